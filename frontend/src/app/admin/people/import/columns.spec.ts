import { choose, guess, lineOf, missing } from './columns';

describe('the columns of a school’s file', () => {
  it.each([
    // SIECLE, base élèves
    [
      'INE;Nom de famille;Prénom 1;Date naissance;Code MEF;Division',
      ['externalId', 'lastName', 'firstName', null, null, 'classes'],
    ],
    // Pronote
    [
      'NOM;PRENOM;SEXE;CLASSE;E-mail;IDENTIFIANT',
      ['lastName', 'firstName', null, 'classes', 'email', 'login'],
    ],
    ['Élève;Classe;Profil', ['displayName', 'classes', 'role']],
    ['Élève;Nom;Prénom', [null, 'lastName', 'firstName']],
    ['First name;Surname;Form;UPN', ['firstName', 'lastName', 'classes', 'externalId']],
    [
      'displayName;familyName;classes;externalId;email;login;role;createdAt;disabledAt',
      ['displayName', 'lastName', 'classes', 'externalId', 'email', 'login', 'role', null, null],
    ],
    ['Classe;Classe', ['classes', null]],
    // Sconet, GEPI, Google, Moodle
    [
      'Id National;Nom;Prénom;Code Structure;Lib. Structure;Statut',
      ['externalId', 'lastName', 'firstName', 'classes', null, null],
    ],
    ['INE/Id national;Statut;Division', ['externalId', null, 'classes']],
    ['Élèves;N° INE;Mail élève', ['displayName', 'externalId', 'email']],
    ['Nom;Prénom(s)', ['lastName', 'firstName']],
    [
      'First Name [Required];Last Name [Required];Email Address [Required]',
      ['firstName', 'lastName', 'email'],
    ],
    ['x;;', [null, null, null]],
  ])('of %s are known', (titles, columns) => {
    expect(guess(titles.split(';'))).toEqual(columns);
  });

  it('are each one thing: what is chosen again is taken from the other', () => {
    expect(choose(['lastName', 'firstName', null], 2, 'lastName')).toEqual([
      null,
      'firstName',
      'lastName',
    ]);
    expect(choose(['lastName', null], 0, null)).toEqual([null, null]);
  });

  it('say who somebody is, or what is missing for that', () => {
    expect(missing(['lastName', 'classes'])).toBe('name');
    expect(missing(['lastName', 'firstName'])).toBe('key');
    expect(missing(['displayName', 'role'])).toBe('key');
    expect(missing(['displayName', 'email'])).toBeNull();
    expect(missing(['lastName', 'firstName', 'classes'])).toBeNull();
  });

  it('make of a row what the server is told', () => {
    expect(lineOf({ line: 7, cells: ['Roy', 'x'] }, ['lastName', null, 'classes'])).toEqual({
      line: 7,
      lastName: 'Roy',
      classes: '',
    });
  });
});
