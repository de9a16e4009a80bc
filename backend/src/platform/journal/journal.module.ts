import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EventBody, JournalMeta, UserEvent, UserStream } from './journal.entities';
import { JournalReader } from './journal-reader';
import { JournalService } from './journal.service';
import { Trimming } from './trimming';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([JournalMeta, UserStream, UserEvent, EventBody])],
  providers: [JournalService, JournalReader, Trimming],
  exports: [JournalService, JournalReader],
})
export class JournalModule {}
