const TEXT = 0x81;
const SHORT = 126;

/** Whether these bytes are exactly one websocket message of text, as a server writes it, that contains the words. */
export function isOneMessage(bytes: Buffer, words: string): boolean {
  if (bytes[0] !== TEXT || bytes.length < 4) return false;
  const length = bytes[1] ?? 0;
  const whole = length < SHORT ? 2 + length : length === SHORT ? 4 + bytes.readUInt16BE(2) : 0;
  return whole === bytes.length && bytes.includes(words);
}
