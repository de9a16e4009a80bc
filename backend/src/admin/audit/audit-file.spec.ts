import type { AuditEntry } from '@cartable/contract';
import { csvOf, jsonOf } from './audit-file';

const entry: AuditEntry = {
  id: '00000000-0000-4000-8000-000000000000',
  at: '2026-11-23T10:00:00.000Z',
  act: 'person.disabled',
  actor: { id: '00000000-0000-4000-8000-000000000001', label: '=HYPERLINK("x")' },
  subject: null,
  details: {},
  mentions: [{ kind: 'person', id: '00000000-0000-4000-8000-000000000002', label: 'Léa' }],
  address: '203.0.113.7',
};

const whole = async (pieces: AsyncIterable<string>) => {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
};

// eslint-disable-next-line @typescript-eslint/require-await -- what reads a database is asynchronous
async function* parts(...all: AuditEntry[][]) {
  yield* all;
}

describe('the file of the audit', () => {
  it('has one line an entry', async () => {
    const text = await whole(csvOf(parts([entry], [entry])));
    expect(text.split('\r\n')).toHaveLength(4);
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).toContain('Léa');
  });

  it('is JSON, also when it is empty', async () => {
    expect(JSON.parse(await whole(jsonOf(parts([entry], [entry]))))).toEqual([entry, entry]);
    expect(JSON.parse(await whole(jsonOf(parts())))).toEqual([]);
  });
});
