import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { LoginBody, OwnPasswordBody, Session as SessionAnswer } from '@cartable/contract';
import type { Actor } from '../platform/audit/audit.service';
import { ActorOf } from '../platform/identity/actor.decorator';
import { Public } from '../platform/identity/jwt.guard';
import { Answers, Refuses } from '../platform/openapi/answers';
import { AuthService } from './auth.service';
import { clearRefreshCookie, readRefreshCookie, setRefreshCookie } from './refresh-cookie';

@Public()
@Controller('auth')
export class AuthController {
  constructor(private readonly auth: AuthService) {}

  /** Signs in: an access token, and a refresh token in a cookie. */
  @Post('login')
  @Answers(200, SessionAnswer)
  @Refuses(
    'validation-failed',
    'wrong-credentials',
    'password-due',
    'first-password-over',
    'too-many-attempts',
  )
  async login(
    @Body({ schema: LoginBody }) body: LoginBody,
    @ActorOf() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { refreshToken, answer } = await this.auth.login(body, actor);
    setRefreshCookie(response, refreshToken);
    return answer;
  }

  /** Signs in with a password that serves once, and replaces it by one's own. */
  @Post('first-password')
  @Answers(200, SessionAnswer)
  @Refuses('validation-failed', 'wrong-credentials', 'first-password-over', 'too-many-attempts')
  async choosePassword(
    @Body({ schema: OwnPasswordBody }) body: OwnPasswordBody,
    @ActorOf() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { refreshToken, answer } = await this.auth.choosePassword(body, actor);
    setRefreshCookie(response, refreshToken);
    return answer;
  }

  /** Renews: a new access token for the cookie's refresh token, which is replaced. */
  @Post('refresh')
  @Answers(200, SessionAnswer)
  @Refuses('not-signed-in', 'session-ended')
  async refresh(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const { refreshToken, answer } = await this.auth.refresh(readRefreshCookie(request));
    setRefreshCookie(response, refreshToken);
    return answer;
  }

  /** Signs out this device: its session ends, its sockets close. */
  @Post('logout')
  @HttpCode(204)
  async logout(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    await this.auth.logout(readRefreshCookie(request));
    clearRefreshCookie(response);
  }
}
