/** A backup can't be made, read or restored; the message tells why and how to mend it. Nothing has been changed. */
export class BackupError extends Error {}
