/** What is left of a letter that is no plain one with an accent. */
const PLAIN: Partial<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
};

/** Small letters without accents, as `plain_name` of the database makes them. */
export const plainLetters = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[œæßøłđðı]/g, (letter) => PLAIN[letter] ?? letter);
