import { TestBed } from '@angular/core/testing';
import { ProblemCode, ShareCodePreview } from '@cartable/contract';
import { ShareCodesApi } from '../core/collections/share-codes-api';
import { ProblemError } from '../core/problems/problem-error';
import { Lookup } from './lookup';

const preview: ShareCodePreview = {
  code: 'BKRT-MVPL',
  title: 'Les volcans',
  description: '',
  cardCount: 32,
  teacher: 'M. Martin',
  message: '',
  collectionId: null,
};
const api = { preview: jest.fn<Promise<ShareCodePreview>, [string]>() };
const refusal = (code: ProblemCode | 'offline', retryAfter?: number) =>
  new ProblemError(
    code,
    code === 'offline' ? null : { type: '', title: '', status: 400, code, retryAfter },
  );

describe('looking a code up', () => {
  let lookup: Lookup;

  beforeEach(() => {
    jest.useFakeTimers();
    api.preview.mockReset();
    TestBed.configureTestingModule({
      providers: [Lookup, { provide: ShareCodesApi, useValue: api }],
    });
    lookup = TestBed.inject(Lookup);
  });
  afterEach(() => jest.useRealTimers());

  it('shows what the code opens', async () => {
    api.preview.mockResolvedValue(preview);
    await lookup.look('BKRTMVPL');
    expect(lookup.finding()).toEqual({ state: 'found', preview });
  });

  it('drops the answer to a code that is no longer there', async () => {
    let answer: (found: ShareCodePreview) => void = () => undefined;
    api.preview.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const first = lookup.look('BKRTMVPL');
    api.preview.mockResolvedValueOnce({ ...preview, title: 'Thalès' });
    await lookup.look('CCCCDDDD');
    answer(preview);
    await first;
    expect(lookup.finding()).toMatchObject({ preview: { title: 'Thalès' } });
  });

  it.each([
    ['share-code-unknown', 'unknown'],
    ['share-code-used-up', 'used-up'],
    ['offline', 'offline'],
    ['session-ended', 'signed-out'],
    ['internal', 'failed'],
  ] as const)('answers %s with its own words', async (code, state) => {
    api.preview.mockRejectedValue(refusal(code));
    await lookup.look('BKRTMVPL');
    expect(lookup.finding().state).toBe(state);
  });

  it('does not ask again while it has to wait', async () => {
    api.preview.mockRejectedValue(refusal('too-many-attempts', 42));
    await lookup.look('BKRTMVPL');
    expect(lookup.countdown.left()).toBe(42);
    await lookup.look('CCCCDDDD');
    expect(api.preview).toHaveBeenCalledTimes(1);
    expect(lookup.finding()).toEqual({ state: 'waiting' });
  });
});
