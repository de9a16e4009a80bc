import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The version of this server: of the nearest `package.json`, whether it runs built or not. */
export const VERSION: string = versionAbove(__dirname);

function versionAbove(folder: string): string {
  const file = path.join(folder, 'package.json');
  if (existsSync(file))
    return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  const above = path.dirname(folder);
  if (above === folder) throw new Error('there is no package.json');
  return versionAbove(above);
}
