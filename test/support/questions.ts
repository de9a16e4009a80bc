export interface Asked {
  code: string;
  classId: string;
  personId: string;
}

/** Everything that administrators' rooms ask for when they are opened, filtered and searched. */
export const questions = ({ code, classId, personId }: Asked): string[] => [
  '/admin/codes',
  '/admin/codes?limit=50&state=active',
  '/admin/codes?limit=50&state=hot',
  '/admin/codes?limit=50&state=expired',
  '/admin/codes?limit=50&state=revoked',
  '/admin/codes?limit=50&search=titre1234',
  '/admin/codes?limit=50&search=lecon&state=revoked',
  '/admin/codes?limit=50&search=prenom2000',
  `/admin/codes?limit=50&search=${code.slice(0, 4)}`,
  '/admin/codes?limit=50&search=nothing',
  '/admin/codes/withdrawals',
  `/admin/codes/${code}/outsiders`,
  '/admin/people',
  '/admin/people?limit=50&sort=newest',
  '/admin/people?limit=50&search=prenom2000',
  '/admin/people?limit=50&search=nom1234&sort=newest',
  '/admin/people?limit=50&search=p1234@large-school.example',
  '/admin/people?limit=50&role=admin',
  '/admin/people?limit=50&state=disabled',
  '/admin/people?limit=50&state=unused',
  `/admin/people?limit=50&classId=${classId}`,
  `/admin/people/${personId}`,
  '/admin/classes',
  '/admin/classes?search=classe%2015',
  '/admin/classes?state=archived',
  `/admin/classes/${classId}`,
  '/admin/audit',
  '/admin/audit?act=person.role-changed',
  '/admin/audit?act=person.erased',
  `/admin/audit?actor=${personId}`,
  '/admin/audit?subject=p1234@large-school.example',
  '/admin/audit?actor=nobody&act=session.opened',
  '/admin/content',
  '/admin/settings/due-accounts?disabledDays=365',
  '/admin/overview',
  '/admin/overview/history',
];
