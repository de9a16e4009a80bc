import { inject, Injectable } from '@angular/core';
import { auditActs, AuditEntry } from '@cartable/contract';
import { Texts } from '../../i18n/texts';

/** A piece of what was done: words, or a name. By `wish` one asks for what else happened to what it names. */
export interface Part {
  text: string;
  isName?: boolean;
  wish?: string;
}

type Mention = AuditEntry['mentions'][number];

/** What the audit holds, in words. */
@Injectable({ providedIn: 'root' })
export class AuditWords {
  private readonly texts = inject(Texts);

  act(act: string): string {
    return (auditActs as readonly string[]).includes(act)
      ? this.texts.of(`adminAudit.acts.${act}`)
      : act;
  }

  who({ actor, address }: AuditEntry): string {
    if (actor) return actor.label ?? this.texts.of('adminAudit.erased');
    return this.texts.of(address ? 'adminAudit.stranger' : 'adminAudit.terminal');
  }

  what({ act, subject, actor, mentions }: AuditEntry): Part[] {
    // Who signs in does so to their own account: that goes without saying.
    const things = subject && subject.id !== actor?.id ? [this.subject(subject)] : [];
    const [mention] = mentions;
    if (!mention || things.length === 0) return [{ text: this.act(act) }, ...things];
    const verb = this.own('joined', `${act}.verb`);
    const link = this.own('joined', `${act}.link`);
    if (!verb || !link) return [{ text: this.act(act) }, ...things];
    const mentioned = { text: this.name(mention), isName: true };
    const [first, second] =
      mention.kind === 'person' ? [[mentioned], things] : [things, [mentioned]];
    return [{ text: verb }, ...first, { text: link }, ...second];
  }

  /** The words of ours that belong to an act; what has no word of its own is shown as it was written; ids, and what is none, not at all. */
  details({ details }: AuditEntry): string {
    return Object.entries(details)
      .filter(([key, value]) => !key.endsWith('Id') && value !== 0)
      .map(([key, value]) =>
        this.texts.of('adminAudit.detail', {
          key: this.own('keys', key) ?? key,
          value: this.own('values', String(value)) ?? String(value),
        }),
      )
      .join(' · ');
  }

  /** What an entry calls its people and things, by their ids. */
  names(entry: AuditEntry): [id: string, name: string][] {
    const { actor, subject, mentions } = entry;
    return [
      ...(actor ? [[actor.id, this.who(entry)] as [string, string]] : []),
      ...(subject ? [[subject.id, this.subject(subject).text] as [string, string]] : []),
      ...mentions.map((one): [string, string] => [one.id, this.name(one)]),
    ];
  }

  private subject({ kind, id, label }: NonNullable<AuditEntry['subject']>): Part {
    const text =
      kind === 'settings'
        ? (this.own('settings', id) ?? id)
        : this.name({ kind: kind as Mention['kind'], id, label });
    // A code is asked for as it is written, all else by its id.
    return { text, isName: true, wish: kind === 'share-code' ? text : id };
  }

  private name({ kind, label }: Mention): string {
    return label ?? this.texts.of(`adminAudit.gone.${kind}`);
  }

  /** The text of that name, if there is one. */
  private own(group: string, name: string): string | null {
    return this.texts.find(`adminAudit.${group}.${name}`);
  }
}
