import { computed, inject, Injectable, signal } from '@angular/core';
import { AdminClassWithMembers, ClassMember, ClassPatch } from '@cartable/contract';
import { ProblemError } from '../../core/problems/problem-error';
import { AdminClassesApi } from './classes-api';
import { TakenOut, withTakenOut } from './taken-out';

export type Kind = 'pupils' | 'teachers';

/** A class, who is in it, and what an administrator changes of it. What is refused, throws. */
@Injectable()
export class ClassState {
  private readonly api = inject(AdminClassesApi);
  private readonly read = signal<AdminClassWithMembers | null>(null);
  private readonly course = signal<'loading' | 'ready' | 'gone' | 'failed'>('loading');
  private readonly taken = signal<readonly (TakenOut & { kind: Kind })[]>([]);

  readonly class = this.read.asReadonly();
  readonly status = this.course.asReadonly();
  readonly isArchived = computed(() => this.read()?.archivedAt != null);
  /** Who is in it. */
  readonly inside = computed(() => {
    const { pupils = [], teachers = [] } = this.read() ?? {};
    return new Set([...pupils, ...teachers].map(({ id }) => id));
  });
  readonly pupils = computed(() => this.lines('pupils'));
  readonly teachers = computed(() => this.lines('teachers'));

  async load(id: string): Promise<void> {
    if (id !== this.id()) this.forget();
    try {
      this.read.set(await this.api.read(id));
      this.course.set('ready');
    } catch (error) {
      const gone = error instanceof ProblemError && [400, 404].includes(error.problem?.status ?? 0);
      this.course.set(gone ? 'gone' : 'failed');
    }
  }

  async change(patch: ClassPatch): Promise<void> {
    this.read.set(await this.api.change(this.id(), patch));
  }

  async add(personId: string): Promise<void> {
    await this.api.add(this.id(), personId);
    this.read.set(await this.api.read(this.id()));
    this.taken.update((taken) => taken.filter(({ person }) => person.id !== personId));
  }

  async remove(person: ClassMember, kind: Kind): Promise<void> {
    const lines = this.lines(kind).map(({ id }) => id);
    const above = new Set(lines.slice(0, lines.indexOf(person.id)));
    await this.api.remove(this.id(), person.id);
    this.read.set(await this.api.read(this.id()));
    this.taken.update((taken) => [...taken, { person, above, kind }]);
  }

  private forget(): void {
    this.read.set(null);
    this.taken.set([]);
    this.course.set('loading');
  }

  private id(): string {
    return this.read()?.id ?? '';
  }

  /** Who was taken out keeps the line, so that it can be undone where it was done. */
  private lines(kind: Kind): readonly ClassMember[] {
    const out = this.taken().filter(
      (one) => one.kind === kind && !this.inside().has(one.person.id),
    );
    return withTakenOut(this.read()?.[kind] ?? [], out);
  }
}
