import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttemptsModule } from '../platform/attempts/attempts.module';
import { CardEntity } from './cards/card.entity';
import { CardPositions } from './cards/card-positions';
import { CardsController } from './cards/cards.controller';
import { CardsService } from './cards/cards.service';
import { CardsWriter } from './cards/cards-writer';
import { CollectionEditing } from './collection-editing';
import { Collection } from './collection.entity';
import { CollectionsController } from './collections.controller';
import { CollectionsService } from './collections.service';
import { CollectionBodies } from './library/collection-bodies';
import { FollowingService } from './library/following.service';
import { LibraryEntry } from './library/library-entry.entity';
import { LibraryService } from './library/library.service';
import { ImportService } from './share-codes/import.service';
import { Redemption } from './share-codes/redemption';
import { ShareCodeEntity, ShareCodeUseEntity } from './share-codes/share-code.entities';
import { ShareCodesController } from './share-codes/share-codes.controller';
import { ShareCodesService } from './share-codes/share-codes.service';

/** Collections and their cards, who has them, and the codes that share them. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      Collection,
      CardEntity,
      LibraryEntry,
      ShareCodeEntity,
      ShareCodeUseEntity,
    ]),
    AttemptsModule,
  ],
  controllers: [CollectionsController, CardsController, ShareCodesController],
  providers: [
    CardPositions,
    CardsService,
    CardsWriter,
    CollectionBodies,
    CollectionEditing,
    CollectionsService,
    FollowingService,
    ImportService,
    LibraryService,
    Redemption,
    ShareCodesService,
  ],
  exports: [CollectionsService, FollowingService],
})
export class CollectionsModule {}
