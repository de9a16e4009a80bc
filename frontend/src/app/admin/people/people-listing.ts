import { computed, inject, Injectable, signal } from '@angular/core';
import { AdminPerson } from '@cartable/contract';
import { Pages } from '../pages';
import { addressOf, everybody, filterOf, PeopleAsked } from './people-asked';
import { PeopleApi } from './people-api';

const PAGE = 50;

/** The list of people and what it was asked for; kept while somebody looks at one of them and comes back. */
@Injectable()
export class PeopleListing {
  private readonly api = inject(PeopleApi);
  private readonly last = signal<PeopleAsked>(everybody);

  /** The address of the list as it was seen last. */
  readonly address = computed(() => addressOf(this.last()));
  readonly list = new Pages<AdminPerson>((cursor) => {
    const asked = this.last();
    return this.api.page({ ...filterOf(asked), sort: asked.sort, limit: PAGE, cursor });
  });

  ask(asked: PeopleAsked): Promise<boolean> {
    this.last.set(asked);
    return this.list.load();
  }

  /** Somebody comes back: if they ask for the same, what they saw stands at once, as far as it went, and is read again. */
  askAgain(asked: PeopleAsked): Promise<boolean> {
    const isSame = JSON.stringify(asked) === JSON.stringify(this.last());
    return isSame && this.list.status() === 'ready' ? this.list.refresh() : this.ask(asked);
  }
}
