/** The page stays open and in view all that time. */
export const SECONDS = 8 * 3_600;

export const COLLECTIONS = 30;
export const CARDS = 50;

/** What others do meanwhile: collections that come, and cards that are edited. */
export const ARRIVALS = 4;
export const EDITS = 20;

export const POLLS = SECONDS / 5;
/** Engine.IO's ping and the page's own, both every 25 s. */
export const HEARTBEATS = SECONDS / 25;
/** The page takes a new access token 30 s before the old one's 15 minutes are over. */
export const RENEWALS = Math.floor(SECONDS / (15 * 60 - 30));
