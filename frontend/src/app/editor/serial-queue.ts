/** Runs jobs one after another; one that fails does not stop the next. */
export class SerialQueue {
  private tail: Promise<void> = Promise.resolve();

  add(job: () => Promise<void>): Promise<void> {
    const done = this.tail.then(job);
    this.tail = done.catch(() => undefined);
    return done;
  }
}
