import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActivityHistoryService } from './activity-history';
import { ActivityHour, ActivityMinute, InstanceEntity } from './activity.entities';
import { SchoolNow } from './school-now';
import { Tally } from './tally';

/** Global because what is counted happens in every room. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([ActivityMinute, ActivityHour, InstanceEntity])],
  providers: [Tally, ActivityHistoryService, SchoolNow],
  exports: [Tally, ActivityHistoryService, SchoolNow],
})
export class ActivityModule {}
