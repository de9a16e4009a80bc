import { signal } from '@angular/core';
import { MePatch } from '@cartable/contract';
import { problemKey } from '../core/problems/problem-text';
import { Session } from '../core/session/session';

/** The course of one change to one's account: under way, done, or why not. */
export class Saving {
  private readonly course = signal<'none' | 'busy' | 'done'>('none');
  private readonly reason = signal('');

  readonly busy = () => this.course() === 'busy';
  readonly done = () => this.course() === 'done';
  readonly refused = this.reason.asReadonly();

  constructor(
    private readonly session: Session,
    private readonly onRefusal: (error: unknown) => boolean = () => false,
  ) {}

  /** Something was typed: what was said of the last attempt no longer holds. */
  forget(): void {
    this.course.set('none');
    this.reason.set('');
  }

  async save(patch: MePatch): Promise<boolean> {
    if (this.busy()) return false;
    this.reason.set('');
    this.course.set('busy');
    try {
      await this.session.update(patch);
      this.course.set('done');
      return true;
    } catch (error) {
      this.course.set('none');
      if (!this.onRefusal(error)) this.reason.set(problemKey(error));
      return false;
    }
  }
}
