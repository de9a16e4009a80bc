import type { Role } from '@cartable/contract';
export interface DemoPerson {
  email: string;
  displayName: string;
  role: Role;
  followed?: readonly string[];
}
export const demoPeople: readonly DemoPerson[] = [
  { email: 'etudiant.test@example.com', displayName: 'Élise Test', role: 'student' },
  { email: 'prof.martin@example.com', displayName: 'Mme Martin', role: 'teacher' },
  { email: 'admin@example.com', displayName: 'Camille Admin', role: 'admin' },
];
