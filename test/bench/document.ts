import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format } from 'prettier';
import { plot } from './plot';
import { markdown, Result } from './report';

const DOCS = path.resolve(__dirname, '../../docs');
const PAGE = path.join(DOCS, 'performance.md');

/** Writes each result between its markers in docs/performance.md, and its picture beside; what has no result stays. */
export async function writeDocument(results: string, names: string[]): Promise<void> {
  let page = await readFile(PAGE, 'utf8');
  for (const name of names) {
    const file = path.join(results, `${name}.json`);
    if (!existsSync(file)) continue;
    const result = JSON.parse(await readFile(file, 'utf8')) as Result;
    const [from, to] = [`<!-- figure:${name} -->`, `<!-- /figure:${name} -->`];
    const [begin, end] = [page.indexOf(from), page.indexOf(to)];
    if (begin < 0 || end < begin) throw new Error(`docs/performance.md has no markers for ${name}`);
    const picture = `images/performance-${name}.svg`;
    await writeFile(path.join(DOCS, picture), await plot(result.series));
    const body = `${markdown(result)}\n![${result.title}](${picture})\n`;
    page = `${page.slice(0, begin + from.length)}\n\n${body}\n${page.slice(end)}`;
  }
  await writeFile(PAGE, await format(page, { parser: 'markdown', printWidth: 100 }));
}
