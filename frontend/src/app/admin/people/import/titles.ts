import { ImportField, importFields } from '@cartable/contract';

/** Titles that SIECLE, Pronote, Google, Moodle, spreadsheets of schools and our own export write, without accents, spaces and signs. */
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
    'prenoms',
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
    'eleves',
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
    'codestructure',
    'libstructure',
    'libellestructure',
    'structure',
    'class',
    'form',
  ],
  externalId: [
    'externalid',
    'ine',
    'nine',
    'noine',
    'numeroine',
    'ineidnational',
    'identifiantnational',
    'numeronational',
    'idnational',
    'ideleve',
    'elenoet',
    'numero',
    'matricule',
    'upn',
    'idnumber',
  ],
  email: [
    'email',
    'mail',
    'adresseemail',
    'adressemail',
    'courriel',
    'emaileleve',
    'maileleve',
    'emailaddress',
  ],
  login: ['login', 'identifiant', 'nomdutilisateur', 'username'],
  // Not « Statut »: SIECLE says there whether a pupil goes to school or learns in a firm.
  role: ['role', 'profil'],
};

const FIELDS = new Map(
  importFields.flatMap((field) =>
    TITLES[field].map((title, rank) => [title, { field, rank }] as const),
  ),
);

/** What a column with that title is, and how sure that is: among several the lowest rank says it best. */
export const fieldOf = (title: string): { field: ImportField; rank: number } | undefined =>
  FIELDS.get(
    title
      .replace(/\[required\]/i, '')
      .normalize('NFD')
      .replace(/\p{Mark}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, ''),
  );
