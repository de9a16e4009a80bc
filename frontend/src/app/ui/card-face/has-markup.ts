/** Anything that Markdown or a formula could start with; a false alarm costs a little time, a miss shows raw signs. */
const MARKUP = /[*_`~#$|\\<>[\]&]|:\/\/|www\.|@|^\s*(?:[-+]|\d+[.)])\s/m;

/** Whether a side says more than plain text does, so that the renderer must be fetched to show it. */
export const hasMarkup = (text: string): boolean => MARKUP.test(text);
