import { Controller, Get } from '@nestjs/common';
import { ActivityHistory, Overview } from '@cartable/contract';
import { ActivityHistoryService } from '../../platform/activity/activity-history';
import { SchoolNow } from '../../platform/activity/school-now';
import { Roles } from '../../platform/identity/role-check';
import { Answers, Refuses } from '../../platform/openapi/answers';

@Roles('admin')
@Controller('admin/overview')
export class OverviewController {
  constructor(
    private readonly school: SchoolNow,
    private readonly history: ActivityHistoryService,
  ) {}

  /** The school as it is now; sockets are told it live (`watch`). */
  @Get()
  @Answers(200, Overview)
  @Refuses('forbidden')
  now() {
    return this.school.read();
  }

  /** What was counted in the last hour and in the last 30 days. */
  @Get('history')
  @Answers(200, ActivityHistory)
  @Refuses('forbidden')
  past() {
    return this.history.read();
  }
}
