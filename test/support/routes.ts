/** A call that its caller fills in: method, path under `/api`, and the body that it needs. */
export type Call = [method: string, path: string, body?: unknown];

const NO_CLASS = '00000000-0000-4000-8000-000000000002';

/** Every call that needs somebody who is signed in, with these ids in its path; `person` where a path has two. */
export const routes = (id: string, card: string, share: string, person = id): Call[] => [
  ['GET', '/me'],
  ['PATCH', '/me', { displayName: 'x' }],
  ['GET', '/collections'],
  ['POST', '/collections', { title: 'x' }],
  ['GET', `/collections/${id}`],
  ['PATCH', `/collections/${id}`, { rev: 1, title: 'x' }],
  ['DELETE', `/collections/${id}`],
  ['POST', `/collections/${id}/cards`, { front: 'x', back: '' }],
  ['POST', `/collections/${id}/card-batches`, { cards: [{ front: 'x', back: '' }] }],
  ['PATCH', `/collections/${id}/cards/${card}`, { rev: 1, front: 'x' }],
  ['DELETE', `/collections/${id}/cards/${card}`],
  ['GET', `/collections/${id}/share-codes`],
  ['POST', `/collections/${id}/share-codes`, {}],
  ['GET', `/share-codes/${share}`],
  ['POST', `/share-codes/${share}/import`],
  ['GET', `/share-codes/${share}/uses`],
  ['DELETE', `/share-codes/${share}`],
  ['GET', `/share-codes/${share}/class`],
  ['POST', `/collections/${id}/gifts`, { classId: NO_CLASS }],
  ['GET', '/classes'],
  ['GET', `/classes/${id}`],
  ['GET', '/admin/codes'],
  ['GET', '/admin/codes/withdrawals'],
  ['POST', `/admin/codes/withdrawals/${id}/undo`],
  ['GET', `/admin/codes/${share}/outsiders`],
  ['POST', `/admin/codes/${share}/revocation`, { reason: 'leaked', withdraw: true }],
  ['POST', `/admin/codes/${share}/rotation`, { reason: 'leaked' }],
  ['GET', '/notifications'],
  ['PUT', '/notifications/seen', { seq: 1 }],
  ['POST', `/collections/${id}/reports`, { reason: 'wrong' }],
  ['GET', '/admin/audit'],
  ['GET', '/admin/audit/export'],
  ['GET', '/admin/content'],
  ['GET', `/admin/content/${id}`],
  ['POST', `/admin/content/${id}/hide`, { reason: 'x' }],
  ['POST', `/admin/content/${id}/restore`],
  ['POST', `/admin/content/${id}/close`],
  ['POST', `/admin/content/${id}/messages`, { text: 'x' }],
  ['GET', '/admin/classes'],
  ['POST', '/admin/classes', { name: 'x' }],
  ['POST', '/admin/classes/archive'],
  ['GET', `/admin/classes/${id}`],
  ['PATCH', `/admin/classes/${id}`, { name: 'x' }],
  ['PUT', `/admin/classes/${id}/members/${person}`],
  ['DELETE', `/admin/classes/${id}/members/${person}`],
  ['GET', '/admin/people'],
  ['POST', '/admin/people', { displayName: 'x', email: 'x@school.example', role: 'student' }],
  ['GET', '/admin/people/export'],
  [
    'POST',
    '/admin/people/imports',
    { dryRun: true, role: 'student', lines: [{ line: 2, displayName: 'x', classes: 'x' }] },
  ],
  ['POST', '/admin/people/first-cards', { ids: [id] }],
  ['GET', `/admin/people/${id}`],
  ['PATCH', `/admin/people/${id}`, { displayName: 'x' }],
  ['POST', `/admin/people/${id}/first-password`],
  ['POST', `/admin/people/${id}/sign-out`],
  ['GET', `/admin/people/${id}/export`],
  ['DELETE', `/admin/people/${id}?collections=keep`],
  ['GET', '/admin/overview'],
  ['GET', '/admin/overview/history'],
  ['GET', '/admin/settings'],
  ['GET', '/admin/settings/due-accounts?disabledDays=365'],
  ['PATCH', '/admin/settings', { auditDays: 365 }],
];

/** Every call that answers strangers. */
export const openRoutes: Call[] = [
  ['GET', '/health/live'],
  ['GET', '/health/ready'],
  ['POST', '/auth/login', { email: 'nobody@school.example', password: 'x' }],
  [
    'POST',
    '/auth/first-password',
    { email: 'nobody@school.example', password: 'x', next: 'y'.repeat(9) },
  ],
  ['POST', '/auth/refresh'],
  ['POST', '/auth/logout'],
];

/** Every call that the API documents, as `GET /collections/{id}`. */
export async function documentedCalls(url: string): Promise<string[]> {
  const document = (await (await fetch(`${url}/api/docs-json`)).json()) as {
    paths: Record<string, object>;
  };
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/api', '')}`),
  );
}
