import { computed, inject, Injectable, signal } from '@angular/core';
import { AdminClassWithMembers, ClassMember, ClassPatch } from '@cartable/contract';
import { Reading } from '../../core/http/reading';
import { AdminClassesApi } from './classes-api';
import { TakenOut, withTakenOut } from './taken-out';

export type Kind = 'pupils' | 'teachers';

/** A class, who is in it, and what an administrator changes of it. What is refused, throws. */
@Injectable()
export class ClassState {
  private readonly api = inject(AdminClassesApi);
  private readonly reading = new Reading<AdminClassWithMembers>();
  private readonly taken = signal<readonly (TakenOut & { kind: Kind })[]>([]);
  private id = '';

  readonly class = this.reading.value;
  readonly status = this.reading.status;
  readonly isArchived = computed(() => this.class()?.archivedAt != null);
  /** Who is in it. */
  readonly inside = computed(() => {
    const { pupils = [], teachers = [] } = this.class() ?? {};
    return new Set([...pupils, ...teachers].map(({ id }) => id));
  });
  readonly pupils = computed(() => this.lines('pupils'));
  readonly teachers = computed(() => this.lines('teachers'));

  load(id: string): Promise<void> {
    if (id !== this.id) this.forget();
    this.id = id;
    return this.reading.read(() => this.api.read(id));
  }

  async change(patch: ClassPatch): Promise<void> {
    this.show(await this.api.change(this.id, patch));
  }

  async add(personId: string): Promise<void> {
    const { id } = this;
    await this.api.add(id, personId);
    this.show(await this.api.read(id));
    this.taken.update((taken) => taken.filter(({ person }) => person.id !== personId));
  }

  async remove(person: ClassMember, kind: Kind): Promise<void> {
    const { id } = this;
    const lines = this.lines(kind).map((one) => one.id);
    const above = new Set(lines.slice(0, lines.indexOf(person.id)));
    await this.api.remove(id, person.id);
    if (!this.show(await this.api.read(id))) return;
    this.taken.update((taken) => [...taken, { person, above, kind }]);
  }

  private forget(): void {
    this.reading.forget();
    this.taken.set([]);
  }

  /** As an act has left it: unless the page has gone on to another class meanwhile. Tells whether it is shown. */
  private show(one: AdminClassWithMembers): boolean {
    const isMeant = one.id === this.id;
    if (isMeant) this.reading.set(one);
    return isMeant;
  }

  /** Who was taken out keeps the line, so that it can be undone where it was done. */
  private lines(kind: Kind): readonly ClassMember[] {
    const out = this.taken().filter(
      (one) => one.kind === kind && !this.inside().has(one.person.id),
    );
    return withTakenOut(this.class()?.[kind] ?? [], out);
  }
}
