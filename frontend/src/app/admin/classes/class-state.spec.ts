import { TestBed } from '@angular/core/testing';
import { AdminClassWithMembers, ClassMember } from '@cartable/contract';
import { AdminClassesApi } from './classes-api';
import { ClassState } from './class-state';

const ada: ClassMember = { id: 'ada', displayName: 'Ada', familyName: null };
const called = (id: string, pupils: ClassMember[] = []): AdminClassWithMembers => ({
  id,
  name: id,
  size: pupils.length,
  pupils,
  teachers: [],
  archivedAt: null,
});

describe('a class in the administration', () => {
  let waiting: ((one: AdminClassWithMembers) => void)[];
  let state: ClassState;

  beforeEach(() => {
    waiting = [];
    const answered = () => new Promise<AdminClassWithMembers>((resolve) => waiting.push(resolve));
    TestBed.configureTestingModule({
      providers: [
        ClassState,
        {
          provide: AdminClassesApi,
          useValue: { read: answered, change: answered, remove: () => Promise.resolve() },
        },
      ],
    });
    state = TestBed.inject(ClassState);
  });

  it('is the one that was asked for last, though the answer about another comes last', async () => {
    const [older, newer] = [state.load('6e A'), state.load('6e B')];
    waiting[1]?.(called('6e B'));
    await newer;
    waiting[0]?.(called('6e A'));
    await older;
    expect(state.class()?.name).toBe('6e B');
  });

  it('stays the one that was asked for last when an act on another is done at last', async () => {
    const older = state.load('6e A');
    waiting[0]?.(called('6e A', [ada]));
    await older;
    const [renamed, removed] = [state.change({ name: '6e C' }), state.remove(ada, 'pupils')];
    await Promise.resolve();
    const newer = state.load('6e B');
    waiting[3]?.(called('6e B'));
    await newer;
    waiting[1]?.(called('6e A'));
    waiting[2]?.(called('6e A'));
    await Promise.all([renamed, removed]);
    expect([state.class()?.name, state.pupils()]).toEqual(['6e B', []]);
  });
});
