import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EventBody, JournalMeta, UserEvent, UserStream } from './journal.entities';
import { JournalErasure } from './journal-erasure';
import { JournalReader } from './journal-reader';
import { JournalService } from './journal.service';
import { Trimming } from './trimming';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([JournalMeta, UserStream, UserEvent, EventBody])],
  providers: [JournalService, JournalReader, JournalErasure, Trimming],
  exports: [JournalService, JournalReader, JournalErasure],
})
export class JournalModule {}
