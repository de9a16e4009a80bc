/**
 * Runs `work` while no other tab of this browser runs anything under the same name. Browsers give locks to secure pages only:
 * on plain http, tabs do not wait for each other.
 */
export async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (!('locks' in navigator)) return work();
  let done: Promise<T> | undefined;
  await navigator.locks.request(name, () => (done = work()));
  return done ?? work();
}
