/** The room of the administrators who look at the overview. */
export const WATCHERS = 'watchers';
