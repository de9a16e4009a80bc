import { Body, Controller, Get, HttpCode, Put, Query } from '@nestjs/common';
import { NotificationPage, PageQuery, SeenBody } from '@cartable/contract';
import { Me } from '../platform/identity/me.decorator';
import type { Principal } from '../platform/identity/principal';
import { Answers, Refuses } from '../platform/openapi/answers';
import { NotificationsService } from './notifications.service';

@Controller('notifications')
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  /** What I was told, newest first. */
  @Get()
  @Answers(200, NotificationPage)
  @Refuses('validation-failed')
  page(@Me() me: Principal, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.notifications.page(me.id, query);
  }

  /** I have looked at everything up to a sequence. */
  @Put('seen')
  @HttpCode(204)
  @Refuses('validation-failed')
  markSeen(@Me() me: Principal, @Body({ schema: SeenBody }) { seq }: SeenBody) {
    return this.notifications.markSeen(me.id, seq);
  }
}
