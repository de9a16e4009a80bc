import { ImportField, importFields, ImportLine } from '@cartable/contract';
import { Row } from './read-file';

/** What each column is; null: nothing that is wanted here. */
export type Columns = readonly (ImportField | null)[];

/** Titles that SIECLE, Pronote, spreadsheets of schools and our own export write, without accents, spaces and signs. */
const TITLES: Record<ImportField, readonly string[]> = {
  lastName: [
    'nom',
    'nomdefamille',
    'nomeleve',
    'nomdusage',
    'nomusage',
    'lastname',
    'surname',
    'familyname',
  ],
  firstName: [
    'prenom',
    'prenom1',
    'prenomeleve',
    'prenomusuel',
    'firstname',
    'givenname',
    'forename',
  ],
  displayName: [
    'displayname',
    'nomprenom',
    'nometprenom',
    'nomcomplet',
    'nomaffiche',
    'eleve',
    'name',
    'fullname',
  ],
  classes: [
    'classes',
    'classe',
    'division',
    'divisions',
    'codedivision',
    'libelledivision',
    'class',
    'form',
  ],
  externalId: [
    'externalid',
    'ine',
    'identifiantnational',
    'numeronational',
    'idnational',
    'ideleve',
    'elenoet',
    'numero',
    'matricule',
    'upn',
  ],
  email: ['email', 'mail', 'adresseemail', 'adressemail', 'courriel', 'emaileleve', 'emailaddress'],
  login: ['login', 'identifiant', 'nomdutilisateur', 'username'],
  role: ['role', 'profil', 'statut'],
};

const bare = (title: string) =>
  title
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** What the titles say that the columns are; each is one thing at most. */
export function guess(titles: readonly string[]): Columns {
  const said = titles.map(bare);
  const columns: (ImportField | null)[] = titles.map(() => null);
  for (const field of importFields) {
    const title = TITLES[field].find((one) => said.includes(one));
    if (title !== undefined) columns[said.indexOf(title)] ??= field;
  }
  // Both parts of a name say more than one column that holds it whole.
  const has = (field: ImportField) => columns.includes(field);
  return has('lastName') && has('firstName')
    ? columns.map((field) => (field === 'displayName' ? null : field))
    : columns;
}

/** The columns with that one taken for `field`; the one that was, if any, no longer is. */
export const choose = (columns: Columns, index: number, field: ImportField | null): Columns =>
  columns.map((one, at) => (at === index ? field : one === field ? null : one));

/** What is missing before the lines say who somebody is. */
export function missing(columns: Columns): 'name' | 'key' | null {
  const has = (...fields: ImportField[]) => fields.every((field) => columns.includes(field));
  if (!has('displayName') && !has('lastName', 'firstName')) return 'name';
  return (['classes', 'externalId', 'email', 'login'] as const).some((field) => has(field))
    ? null
    : 'key';
}

/** A row as the server is told of it. */
export function lineOf({ line, cells }: Row, columns: Columns): ImportLine {
  const said = columns.flatMap((field, index) =>
    field === null ? [] : [[field, cells[index] ?? ''] as const],
  );
  return { line, ...Object.fromEntries(said) };
}
