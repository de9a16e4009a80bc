import { TestBed } from '@angular/core/testing';
import { ShareCode } from '@cartable/contract';
import { NEVER, Subject } from 'rxjs';
import { ShareCodesApi } from '../core/collections/share-codes-api';
import { StreamEvent } from '../core/realtime/arrival';
import { Live } from '../core/realtime/live';
import { Stream } from '../core/realtime/stream';
import { CodesOfCollection } from './codes-of-collection';

const code = (revokedAt: string | null): ShareCode => ({
  code: 'BKRT-MVPL',
  collectionId: 'c',
  message: '',
  expiresAt: '2126-12-07T10:00:00Z',
  maxUses: null,
  uses: 1,
  class: null,
  revokedAt,
  createdAt: '2026-11-20T10:00:00Z',
});

/** No live word comes, as where another instance was asked and there is no Redis. */
describe('the codes of a collection, told of by the journal alone', () => {
  it('are read again when an administrator did something about it, and not for another', async () => {
    const events = new Subject<StreamEvent>();
    const list = jest.fn(() => Promise.resolve({ items: [code(null)], next: null }));
    TestBed.configureTestingModule({
      providers: [
        CodesOfCollection,
        { provide: Live, useValue: { on: () => NEVER } },
        { provide: Stream, useValue: { events } },
        { provide: ShareCodesApi, useValue: { list } },
      ],
    });
    const codes = TestBed.inject(CodesOfCollection);
    await codes.load('c');
    list.mockResolvedValue({ items: [code('2026-11-26T10:00:00Z')], next: null });
    const moderated = async (collectionId: string) => {
      const data = { collectionId, title: '', act: 'codeRevoked', text: '', code: 'BKRT-MVPL' };
      events.next({ name: 'collectionModerated', data } as unknown as StreamEvent);
      await new Promise((resolve) => setTimeout(resolve));
    };
    await moderated('another');
    expect(codes.all()[0]?.revokedAt).toBeNull();
    await moderated('c');
    expect(codes.all()[0]?.revokedAt).not.toBeNull();
  });
});
