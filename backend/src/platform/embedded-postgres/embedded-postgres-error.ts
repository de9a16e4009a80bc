/** The embedded Postgres can't run; the message tells how to mend it. */
export class EmbeddedPostgresError extends Error {}
