import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ClassName, limits } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Connection } from '../../core/realtime/connection';
import { Texts } from '../../i18n/texts';
import { TextField } from '../../ui/text-field';
import { Act } from '../act';
import { Outcome } from '../outcome';
import { ClassState } from './class-state';

/** The name of a class, and its end. */
@Component({
  selector: 'app-class-form',
  imports: [MatButton, Outcome, TextField, TranslocoPipe],
  templateUrl: './class-form.html',
  styleUrl: './class-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClassForm {
  protected readonly class = inject(ClassState);
  protected readonly longest = limits.className;
  /** What is typed stays when somebody comes or goes. */
  protected readonly name = linkedSignal(computed(() => this.class.class()?.name ?? ''));
  protected readonly isNew = computed(() => this.name().trim() !== this.class.class()?.name);
  protected readonly isWrong = computed(
    () => this.isNew() && !ClassName.safeParse(this.name()).success,
  );
  protected readonly offline = computed(() => this.connection.state() === 'offline');
  protected readonly canRename = computed(() => this.isNew() && !this.isWrong() && !this.offline());
  protected readonly act = new Act();

  private readonly texts = inject(Texts);
  private readonly connection = inject(Connection);

  protected rename(event: Event): void {
    event.preventDefault();
    if (!this.canRename()) return;
    const work = () => this.class.change({ name: this.name().trim() });
    void this.act.run(work, this.texts.of('adminClasses.done.renamed'));
  }

  protected archive(archived: boolean): void {
    const done = archived ? 'adminClasses.done.archived' : 'adminClasses.done.reopened';
    void this.act.run(() => this.class.change({ archived }), this.texts.of(done));
  }
}
