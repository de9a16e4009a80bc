import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EventBody, JournalMeta, UserEvent, UserStream } from './journal.entities';
import { JournalReader } from './journal-reader';
import { JournalService } from './journal.service';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([JournalMeta, UserStream, UserEvent, EventBody])],
  providers: [JournalService, JournalReader],
  exports: [JournalService, JournalReader],
})
export class JournalModule {}
