/** What the person at the terminal typed is wrong. */
export class UsageError extends Error {}
