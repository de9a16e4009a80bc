import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  WritableSignal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { AdminPerson, limits, PersonPatch, roles } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Connection } from '../../core/realtime/connection';
import { Session } from '../../core/session/session';
import { Texts } from '../../i18n/texts';
import { TextField } from '../../ui/text-field';
import { Act } from '../act';
import { Outcome } from '../outcome';
import { makesSure } from '../sure-dialog';
import { PeopleApi } from './people-api';

/** Who somebody is: names, addresses, number, role. Only what was changed is sent. */
@Component({
  selector: 'app-person-form',
  imports: [MatButton, Outcome, TextField, TranslocoPipe],
  templateUrl: './person-form.html',
  styleUrl: './person-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(window:beforeunload)': 'warn($event)' },
})
export class PersonForm {
  readonly person = input.required<AdminPerson>();
  readonly changed = output<AdminPerson>();

  protected readonly roles = roles;
  protected readonly limits = limits;
  protected readonly displayName = this.field(({ displayName }) => displayName);
  protected readonly familyName = this.field(({ familyName }) => familyName ?? '');
  protected readonly email = this.field(({ email }) => email ?? '');
  protected readonly login = this.field(({ login }) => login ?? '');
  protected readonly externalId = this.field(({ externalId }) => externalId ?? '');
  protected readonly role = this.field(({ role }) => role);
  protected readonly patch = computed(() => {
    const before = this.person();
    const now = {
      displayName: this.displayName().trim(),
      familyName: this.familyName().trim() || null,
      email: this.email().trim().toLowerCase() || null,
      login: this.login().trim().toLowerCase() || null,
      externalId: this.externalId().trim() || null,
      role: this.role(),
    };
    const changed = Object.entries(now).filter(
      ([name, value]) => before[name as keyof typeof now] !== value,
    );
    return PersonPatch.safeParse(Object.fromEntries(changed));
  });
  protected readonly isChanged = computed(
    () => !this.patch().success || Object.keys(this.patch().data ?? {}).length > 0,
  );
  protected readonly wrong = computed(
    () => new Set(this.patch().error?.issues.map(({ path }) => path[0])),
  );
  protected readonly isNameless = computed(() => !this.email().trim() && !this.login().trim());
  protected readonly loginWrong = computed(() => {
    if (this.wrong().has('login')) return 'adminPeople.loginWrong';
    return this.isNameless() ? 'adminPeople.oneNeeded' : '';
  });
  protected readonly isMine = computed(() => this.session.person()?.id === this.person().id);
  protected readonly canSave = computed(
    () => this.isChanged() && this.patch().success && !this.isNameless() && !this.offline(),
  );
  protected readonly act = new Act();

  private readonly api = inject(PeopleApi);
  private readonly session = inject(Session);
  private readonly texts = inject(Texts);
  private readonly connection = inject(Connection);
  private readonly dialog = inject(MatDialog);
  private readonly offline = computed(() => this.connection.state() === 'offline');

  /** For the router; whoever is signed out is not kept. */
  async mayLeave(): Promise<boolean> {
    if (!this.isChanged() || this.session.state() === 'signed-out') return true;
    return makesSure(this.dialog, {
      heading: this.texts.of('adminPeople.leaving.heading'),
      text: this.texts.of('adminPeople.leaving.text'),
      act: this.texts.of('adminPeople.leaving.do'),
    });
  }

  protected warn(event: BeforeUnloadEvent): void {
    if (this.isChanged()) event.preventDefault();
  }

  protected chooseRole(role: string): void {
    this.role.set(roles.find((one) => one === role) ?? this.person().role);
  }

  protected save(event: Event): void {
    event.preventDefault();
    const { data } = this.patch();
    if (!data || !this.canSave()) return;
    const work = async () => this.changed.emit(await this.api.change(this.person().id, data));
    void this.act.run(work, this.texts.of('adminPeople.done.saved'));
  }

  /** What is typed stays when something else of the person changes. */
  private field<T>(read: (person: AdminPerson) => T): WritableSignal<T> {
    return linkedSignal(computed(() => read(this.person())));
  }
}
