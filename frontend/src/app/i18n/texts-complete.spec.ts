import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { english } from './en/english';
import { french } from './fr/french';

type Tree = { [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : leaves(value, `${path}${key}.`),
  );
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['en', 'fr'].includes(entry.name) ? [] : sources(path);
    const counts = /\.(ts|html)$/.test(entry.name) && !entry.name.endsWith('.spec.ts');
    return counts ? [readFileSync(path, 'utf8')] : [];
  });
}

const texts = new Map(leaves(french));
const code = sources(join(__dirname, '..')).join('\n');
const areas = Object.keys(french).join('|');
const literal = new RegExp(`(?<!\\]=)['"\`]((?:${areas})(?:\\.\\w[\\w-]*)+)['"\`]`, 'g');
const prefix = new RegExp(`['"\`]((?:${areas})\\.(?:[\\w-]+\\.)*)(?:\\$\\{|['"]\\s*\\+)`, 'g');
const named = new Set([...code.matchAll(literal)].map((match) => match[1] ?? ''));
const prefixes = [...code.matchAll(prefix)].map((match) => match[1] ?? '');
const plural = (key: string) => key.replace(/\.(one|other)$/, '');

describe('the texts', () => {
  it('has every key that the page names', () => {
    const missing = [...named].filter((key) => !texts.has(key) && !texts.has(`${key}.other`));
    expect(missing).toEqual([]);
  });

  it('has no text that the page never shows', () => {
    const idle = [...texts.keys()].filter(
      (key) =>
        !named.has(key) && !named.has(plural(key)) && !prefixes.some((one) => key.startsWith(one)),
    );
    expect(idle).toEqual([]);
  });

  it('has both forms of every plural', () => {
    const lonely = [...texts.keys()].filter(
      (key) => key.endsWith('.other') && !texts.has(`${plural(key)}.one`),
    );
    expect(lonely).toEqual([]);
  });

  it('keeps the French spaces unbreakable before ; ! ? : and inside « »', () => {
    const careless = [...texts].filter(([, text]) => / [;!?:»]|« /.test(text));
    expect(careless).toEqual([]);
  });

  it('names in English what it names in French', () => {
    const values = (text: string) => [...text.matchAll(/{{\s*(\w+)\s*}}/g)].map(([, name]) => name);
    const other = new Map(leaves(english));
    const different = [...texts].filter(
      ([key, text]) =>
        values(text).sort().join() !==
        values(other.get(key) ?? '')
          .sort()
          .join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });
});
