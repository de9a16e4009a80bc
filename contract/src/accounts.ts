import * as z from 'zod/mini';
import { limits } from './limits';
import { Id, Instant } from './page';
import { text, trimmedText } from './text';

export const roles = ['student', 'teacher', 'admin'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

export const locales = ['fr', 'en'] as const;
export const Locale = z.enum(locales);
export type Locale = z.infer<typeof Locale>;

/** The signed-in person, as that person sees it. */
export const Me = z.object({
  id: Id,
  /** At least one of both is there: pupils need no e-mail address. */
  email: z.nullable(z.string()),
  login: z.nullable(z.string()),
  displayName: z.string(),
  role: Role,
  locale: Locale,
});
export type Me = z.infer<typeof Me>;

/** `email`: the e-mail address or the login name. */
export const LoginBody = z.strictObject({
  email: trimmedText(1, limits.email),
  password: text(1, limits.passwordMax),
});
export type LoginBody = z.infer<typeof LoginBody>;

/** Signs in with a password that serves once, and replaces it by one's own. */
export const OwnPasswordBody = z.extend(LoginBody, {
  next: text(limits.passwordMin, limits.passwordMax),
});
export type OwnPasswordBody = z.infer<typeof OwnPasswordBody>;

/** An access token (JWT) and when it ends; the refresh token travels in a cookie that scripts can't read. */
export const Session = z.object({ accessToken: z.string(), expiresAt: Instant, user: Me });
export type Session = z.infer<typeof Session>;

/** Why a session ended before its time. */
export const SessionEnd = z.enum([
  'signed-out',
  'password-changed',
  'role-changed',
  'account-disabled',
  'account-erased',
  'token-reused',
]);
export type SessionEnd = z.infer<typeof SessionEnd>;

/** Under whose name goes on what erased people leave to others. A page says it in its own language. */
export const erasedName = 'Compte supprimé';

export const NewPassword = text(limits.passwordMin, limits.passwordMax);
export const DisplayName = trimmedText(1, limits.displayName).check(z.normalize('NFC'));
/** By which somebody is listed; it need not stand in the display name. */
export const FamilyName = trimmedText(1, limits.familyName).check(
  z.normalize('NFC'),
  z.regex(/^\P{Cc}*$/u),
);
/** A name to sign in with that is no e-mail address: small letters and figures, with . _ - between them. */
export const Login = z
  .string()
  .check(
    z.trim(),
    z.toLowerCase(),
    z.maxLength(limits.login),
    z.regex(/^[a-z0-9]+([._-][a-z0-9]+)*$/),
  );
/** The number under which the school's software knows somebody; one program writes its letters large, another small. */
export const ExternalId = trimmedText(1, limits.externalId).check(
  z.toUpperCase(),
  z.regex(/^[\w./-]+$/),
);
export const Email = z.email().check(z.maxLength(limits.email), z.toLowerCase());

export const MePatch = z.strictObject({
  displayName: z.optional(DisplayName),
  locale: z.optional(Locale),
  password: z.optional(z.strictObject({ current: text(1, limits.passwordMax), next: NewPassword })),
});
export type MePatch = z.infer<typeof MePatch>;
