/** A file as SIECLE writes it, in Windows-1252, for so many pupils, with faults in some of its lines. */
export interface SchoolFile {
  bytes: Buffer;
  /** The lines with a fault, as spreadsheets count. */
  faulty: number[];
}

interface Pupil {
  ine: string;
  lastName: string;
  firstName: string;
  division: string;
  email: string;
}

const TITLES = 'INE;Nom de famille;Prénom 1;Date naissance;Division;Courriel';
const CLASSES = 24;

/** What goes wrong in schools' files. Each makes of a good line one that must stay out. */
const FAULTS: ((pupil: Pupil) => Partial<Pupil>)[] = [
  () => ({ lastName: '' }),
  () => ({ firstName: '  ' }),
  () => ({ lastName: '', firstName: '' }),
  () => ({ lastName: '2012', firstName: '14' }),
  ({ lastName }) => ({ lastName: lastName.repeat(12) }),
  () => ({ ine: '"1,23E+10"' }),
  () => ({ ine: 'N0' }),
  () => ({ ine: 'N'.repeat(61) }),
  () => ({ email: 'sans arobase' }),
  () => ({ email: 'n0@pupils.example' }),
  () => ({ email: 'admin@example.com' }),
  () => ({ division: '4e '.repeat(14) }),
  ({ division }) => ({ division: `${division};de trop;encore` }),
  () => ({ lastName: 'Ma\0rtin' }),
];

export function schoolFile(lines: number, faults: number): SchoolFile {
  const every = Math.floor(lines / faults);
  const faulty: number[] = [];
  const rows = Array.from({ length: lines }, (_, n) => {
    const pupil: Pupil = {
      ine: `N${n}`,
      lastName: `LEFÈVRE-${n}`,
      firstName: n % 2 === 0 ? 'Chloé' : 'Noël',
      division: `${3 + (n % 4)}e ${String.fromCharCode(65 + (n % CLASSES))}`,
      email: `n${n}@pupils.example`,
    };
    const isFaulty = n % every === every - 1 && faulty.length < faults;
    if (isFaulty) faulty.push(n + 2);
    const fault = isFaulty ? FAULTS[faulty.length % FAULTS.length]?.(pupil) : {};
    const { ine, lastName, firstName, division, email } = { ...pupil, ...fault };
    return [ine, lastName, firstName, '01/09/2012', division, email].join(';');
  });
  return { bytes: Buffer.from([TITLES, ...rows, ''].join('\r\n'), 'latin1'), faulty };
}
