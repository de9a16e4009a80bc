import type { Config } from './config';

/** What the application needs to run, with nothing left to decide: the injection token of the settings. */
export class Settings {
  constructor(
    readonly databaseUrl: string,
    readonly jwtSecret: string,
    readonly corsOrigins: readonly string[],
    readonly logLevel: Config['logLevel'],
    /** The folder that holds the built page, or null to serve the API alone. */
    readonly pageDir: string | null,
    readonly redisUrl: string | null = null,
    /** How long the journal keeps an event. */
    readonly journalDays = 30,
    /** How many proxies of ours stand before this server. */
    readonly trustProxy = 0,
    /** Who may read `/metrics`; null: programs on this machine. */
    readonly metricsToken: string | null = null,
  ) {}
}
