import * as path from 'node:path';
import * as z from 'zod';

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsAbsent, schema.optional());

const isOrigin = (value: string) => URL.canParse(value) && new URL(value).origin === value;

const Origins = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((origin) => origin.trim())
      .filter(Boolean),
  )
  .refine(
    (list) => list.every(isOrigin),
    'must be origins such as https://cards.school.example, separated by commas',
  );

const Environment = z.object({
  PORT: optional(z.coerce.number().int().min(0).max(65_535)),
  HOST: optional(z.string()),
  DATA_DIR: optional(z.string()),
  DATABASE_URL: optional(
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must look like postgres://user:password@host:5432/database'),
  ),
  REDIS_URL: optional(
    z.string().regex(/^rediss?:\/\//, 'must look like redis://:password@host:6379'),
  ),
  JWT_SECRET: optional(
    z.string().min(32, 'must have at least 32 characters; `openssl rand -base64 48` makes one'),
  ),
  CORS_ORIGINS: optional(Origins),
  JOURNAL_DAYS: optional(z.coerce.number().int().min(1).max(3_650)),
  DEMO: optional(z.enum(['true', 'false'])),
  DEMO_PASSWORD: optional(z.string().min(8, 'must have at least 8 characters')),
  TRUST_PROXY: optional(z.coerce.number().int().min(0).max(10)),
  METRICS_TOKEN: optional(
    z.string().regex(/^[\x21-\x7e]{16,}$/, 'must have at least 16 characters, none of them blank'),
  ),
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
});

/** The settings of one server, checked. `databaseUrl` null means the embedded Postgres under `dataDir`. */
export interface Config {
  port: number;
  host: string;
  /** Absolute path. */
  dataDir: string;
  databaseUrl: string | null;
  /** Null: one instance alone, or several that share no live counters. */
  redisUrl: string | null;
  /** Null: generate one and keep it in `dataDir`. */
  jwtSecret: string | null;
  corsOrigins: readonly string[];
  /** How long the journal, and the notification list with it, goes back. */
  journalDays: number;
  demo: boolean;
  /** Null: generate one and keep it in `dataDir`. */
  demoPassword: string | null;
  /** How many proxies of ours stand before this server: whose word on where a request comes from counts. */
  trustProxy: number;
  /** Null: `/metrics` is read by programs on this machine only. */
  metricsToken: string | null;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

/** Every fault of the environment at once, each with how to mend it. */
export class ConfigError extends Error {}

/** Reads the settings from `env`; throws {@link ConfigError}. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const parsed = Environment.safeParse(env);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (env.DATABASE_URL && !env.JWT_SECRET) {
    faults.push(
      'JWT_SECRET: must be set when DATABASE_URL is; `openssl rand -base64 48` makes one',
    );
  }
  if (!parsed.success || faults.length > 0) {
    throw new ConfigError(`The settings have faults:\n${faults.map((f) => `  - ${f}`).join('\n')}`);
  }
  const found = parsed.data;
  return {
    port: found.PORT ?? 3000,
    host: found.HOST ?? '127.0.0.1',
    dataDir: path.resolve(found.DATA_DIR ?? './.data'),
    databaseUrl: found.DATABASE_URL ?? null,
    redisUrl: found.REDIS_URL ?? null,
    jwtSecret: found.JWT_SECRET ?? null,
    corsOrigins: found.CORS_ORIGINS ?? [],
    journalDays: found.JOURNAL_DAYS ?? 30,
    demo: found.DEMO === undefined ? found.DATABASE_URL === undefined : found.DEMO === 'true',
    demoPassword: found.DEMO_PASSWORD ?? null,
    trustProxy: found.TRUST_PROXY ?? 0,
    metricsToken: found.METRICS_TOKEN ?? null,
    logLevel: found.LOG_LEVEL ?? 'info',
  };
}

/** The settings of this process. */
export const configFromEnvironment = (): Config => readConfig(process.env);
