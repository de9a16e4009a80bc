import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Alike, AlikePerson } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Plural } from '../../../i18n/plural';
import { Texts } from '../../../i18n/texts';
import { LATER, NEW } from './decisions';
import { ImportState } from './import-state';

const AT_FIRST = 50;

/** Who of a file may be there already: somebody says of each, or of all, whether it is the same person. */
@Component({
  selector: 'app-alike-list',
  imports: [MatButton, Plural, TranslocoPipe],
  templateUrl: './alike-list.html',
  styleUrl: './alike-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AlikeList {
  protected readonly state = inject(ImportState);
  protected readonly later = LATER;
  protected readonly fresh = NEW;
  protected readonly all = signal(false);
  protected readonly shown = computed(() => {
    const alike = this.state.alike();
    return (this.all() ? alike : alike.slice(0, AT_FIRST)).map((one) => this.toldOf(one));
  });

  private readonly texts = inject(Texts);

  private toldOf(alike: Alike) {
    const [line = 0] = alike.lines;
    const name = this.state.say()(line, 'displayName');
    const classes = alike.lines.map((one) => this.state.say()(one, 'classes')).filter(Boolean);
    return {
      alike,
      line,
      name: [name, ...classes].join(', '),
      decision: this.state.decisionOn(alike),
      people: alike.people.map((person) => ({ ...person, who: this.whoIs(person) })),
    };
  }

  /** « Inès ALPHA (5e B) », with the number where the line may say another. */
  private whoIs({ displayName, classes, formerClasses, externalId, name }: AlikePerson): string {
    const where =
      classes.join(', ') ||
      (formerClasses.length > 0
        ? this.texts.of('adminImport.alike.former', { classes: formerClasses[0] ?? '' })
        : this.texts.of('adminImport.alike.noClass'));
    const number =
      externalId === null
        ? []
        : [this.texts.of('adminImport.alike.number', { number: externalId })];
    return `${displayName} (${[where, name, ...number].join(', ')})`;
  }
}
