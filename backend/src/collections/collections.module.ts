import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClassesModule } from '../classes/classes.module';
import { AttemptsModule } from '../platform/attempts/attempts.module';
import { CardEntity } from './cards/card.entity';
import { CardPositions } from './cards/card-positions';
import { CardsController } from './cards/cards.controller';
import { CardsService } from './cards/cards.service';
import { CardsWriter } from './cards/cards-writer';
import { CollectionEditing } from './collection-editing';
import { Collection } from './collection.entity';
import { CollectionsErasure } from './collections-erasure.service';
import { CollectionsController } from './collections.controller';
import { CollectionsService } from './collections.service';
import { CollectionBodies } from './library/collection-bodies';
import { FollowersService } from './library/followers.service';
import { FollowingService } from './library/following.service';
import { GiftsController } from './library/gifts.controller';
import { GiftsService } from './library/gifts.service';
import { LibraryEntry } from './library/library-entry.entity';
import { LibraryService } from './library/library.service';
import { CodeHeat } from './share-codes/code-heat';
import { HidingService } from './moderation/hiding.service';
import { ContentCase, ParkedEntry, Report } from './moderation/moderation.entities';
import { ReportingService } from './moderation/reporting.service';
import { ReportsController } from './moderation/reports.controller';
import { ImportService } from './share-codes/import.service';
import { Redemption } from './share-codes/redemption';
import { RotationService } from './share-codes/rotation.service';
import { ShareCodeEntity, ShareCodeUseEntity } from './share-codes/share-code.entities';
import { ShareCodesController } from './share-codes/share-codes.controller';
import { ShareCodesService } from './share-codes/share-codes.service';
import { StirredCodes } from './share-codes/stirred-codes';
import { WithdrawalEntity, WithdrawnEntryEntity } from './share-codes/withdrawal.entities';
import { WithdrawalUndoing } from './share-codes/withdrawal-undoing.service';
import { WithdrawalsService } from './share-codes/withdrawals.service';

/** Collections and their cards, who has them, and the codes that share them. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      Collection,
      CardEntity,
      LibraryEntry,
      ShareCodeEntity,
      ShareCodeUseEntity,
      WithdrawalEntity,
      WithdrawnEntryEntity,
      ContentCase,
      ParkedEntry,
      Report,
    ]),
    AttemptsModule,
    ClassesModule,
  ],
  controllers: [
    CollectionsController,
    CardsController,
    GiftsController,
    ReportsController,
    ShareCodesController,
  ],
  providers: [
    CardPositions,
    CardsService,
    CardsWriter,
    CollectionBodies,
    CodeHeat,
    CollectionEditing,
    CollectionsErasure,
    CollectionsService,
    FollowersService,
    FollowingService,
    GiftsService,
    HidingService,
    ImportService,
    LibraryService,
    Redemption,
    ReportingService,
    RotationService,
    ShareCodesService,
    StirredCodes,
    WithdrawalUndoing,
    WithdrawalsService,
  ],
  exports: [
    CollectionsErasure,
    CollectionsService,
    FollowingService,
    HidingService,
    RotationService,
    WithdrawalUndoing,
    WithdrawalsService,
  ],
})
export class CollectionsModule {}
