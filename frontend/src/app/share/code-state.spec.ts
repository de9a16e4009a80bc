import { ShareCode } from '@cartable/contract';
import { codeState } from './code-state';

const now = Date.parse('2026-11-23T10:00:00Z');
const code: ShareCode = {
  code: 'BKRT-MVPL',
  collectionId: 'c',
  message: '',
  expiresAt: '2026-12-07T10:00:00Z',
  maxUses: null,
  uses: 30,
  class: null,
  revokedAt: null,
  createdAt: '2026-11-20T10:00:00Z',
};

describe('codeState', () => {
  it.each([
    ['active', {}],
    ['active', { maxUses: 31 }],
    ['full', { maxUses: 30 }],
    ['expired', { expiresAt: '2026-11-23T10:00:00Z' }],
    ['expired', { expiresAt: '2026-11-22T10:00:00Z', maxUses: 30 }],
    ['revoked', { revokedAt: '2026-11-21T10:00:00Z', expiresAt: '2026-11-22T10:00:00Z' }],
  ] as const)('is %s for %j', (state, change) =>
    expect(codeState({ ...code, ...change }, now)).toBe(state),
  );
});
