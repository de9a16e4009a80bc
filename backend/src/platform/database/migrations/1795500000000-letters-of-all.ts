import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters that stay capitals, or keep their bar, where `lower` knows ASCII only. */
const FROM = 'ØŁĐÐŊƏẞøłđðıАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯІЄҐЂЈЉЊЋЏΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ';
const TO = 'olddŋəßolddiабвгдежзиклмнопрстуфхцчшщъыьэюяієґђјљњћџαβγδεζηθικλμνξοπρστυφχψω';
/** What parts words, and what only looks as if it did not. */
const SIGNS = `.,;:!?@/\\_()[]{}<>"'’‘-+*=&|%#~^$\`«»…–—·`;

/**
 * Accents off (UAX 15), ligatures apart, and small letters, whatever the database's locale. Written out in each function: where indexes are
 * kept up, Postgres finds no function of ours by its name alone.
 */
export const plain = (said: string) => `replace(replace(replace(replace(replace(lower(translate(
  normalize(regexp_replace(normalize(${said}, NFD), '[\\u0300-\\u036f]', '', 'g'), NFC),
  '${FROM}', '${TO}') COLLATE "C"), 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'), 'ß', 'ss')`;

const INDEXES = [
  'class_name_once',
  'class_by_name',
  'person_by_name',
  'person_of_role',
  'person_disabled',
  'person_unused',
  'person_words',
  'person_staff_words',
  'collection_title_words',
];

/**
 * Names are compared and found without regard to accents, in whatever letters they are written: Doğan, Nguyễn, Dvořák, Андрей.
 * `plain_query` reads what somebody types as `plain_words` reads names, so that the two never drift apart.
 */
export class LettersOfAll1795500000000 implements MigrationInterface {
  readonly name = 'LettersOfAll1795500000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION "plain_name"("said" text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT ${plain('"said"')} COLLATE "C"
      $$`);
    await db.query(`
      CREATE OR REPLACE FUNCTION "plain_words"("said" text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT to_tsvector('simple'::regconfig, translate(${plain('"said"')}, $signs$${SIGNS}$signs$, '${' '.repeat([...SIGNS].length)}'))
      $$`);
    await db.query(`
      CREATE OR REPLACE FUNCTION "plain_query"("said" text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT string_agg(quote_literal(lexeme) || ':*', ' & ')::tsquery FROM unnest(plain_words("said"))
      $$`);
    // Of two classes whose names are now the same, the younger is told apart.
    await db.query(`
      UPDATE "class" AS c SET "name" = c."name" || ' (' || twin.n || ')'
      FROM (SELECT "id", row_number() OVER (PARTITION BY plain_name("name") ORDER BY "created_at", "id") AS n
            FROM "class" WHERE "archived_at" IS NULL) AS twin
      WHERE twin."id" = c."id" AND twin.n > 1`);
    await this.makeAnew(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION "plain_query"(text)`);
    await db.query(`
      CREATE OR REPLACE FUNCTION "plain_name"("said" text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT translate(lower(translate(
            replace(replace(replace(replace("said", 'œ', 'oe'), 'æ', 'ae'), 'Œ', 'oe'), 'Æ', 'ae'),
            'ÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜŸÝ', 'aaaaaaceeeeiiiinooooouuuuyy')),
          'àâäáãåçéèêëíìîïñóòôöõúùûüÿý', 'aaaaaaceeeeiiiinooooouuuuyy') COLLATE "C"
      $$`);
    await db.query(`
      CREATE OR REPLACE FUNCTION "plain_words"("said" text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT to_tsvector('simple'::regconfig, translate(lower(translate(
            replace(replace(replace(replace("said", 'œ', 'oe'), 'æ', 'ae'), 'Œ', 'oe'), 'Æ', 'ae'),
            'ÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜŸÝ', 'aaaaaaceeeeiiiinooooouuuuyy')),
          'àâäáãåçéèêëíìîïñóòôöõúùûüÿý’''-', 'aaaaaaceeeeiiiinooooouuuuyy   '))
      $$`);
    await this.makeAnew(db);
  }

  /** Not by REINDEX: a session goes on with the function that it has once written into an index's expression. */
  private async makeAnew(db: QueryRunner): Promise<void> {
    for (const index of INDEXES) {
      const [{ definition }] = (await db.query(
        'SELECT pg_get_indexdef($1::regclass) AS definition',
        [index],
      )) as [{ definition: string }];
      await db.query(`DROP INDEX "${index}"`);
      await db.query(definition);
    }
  }
}
