import type { CookieOptions, Request, Response } from 'express';
import { SESSION_DAYS } from './sessions.service';

const NAME = 'cartable_refresh';

const options = (request: Request): CookieOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  secure: request.secure,
  path: '/api/auth',
});

export const readRefreshCookie = (request: Request): string => {
  const value: unknown = (request.cookies as Record<string, unknown> | undefined)?.[NAME];
  return typeof value === 'string' ? value : '';
};

export function setRefreshCookie(response: Response, token: string): void {
  const maxAge = SESSION_DAYS * 86_400_000;
  response.cookie(NAME, token, { ...options(response.req), maxAge });
}

export const clearRefreshCookie = (response: Response): void => {
  response.clearCookie(NAME, options(response.req));
};
