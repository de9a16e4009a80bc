const TITLE = /^(m|mme|mlle|mr|mrs|ms|dr)\.?$/i;

const wordsOf = (name: string) => name.trim().split(/\s+/);

/**
 * What a class calls its people, by their whole names: the first name, and the initial of the last name where two share it. Who goes by
 * a title keeps all of the name.
 */
export function firstNames(people: Iterable<string>): ReadonlyMap<string, string> {
  const bearers = new Map<string, Set<string>>();
  for (const name of people) {
    const first = wordsOf(name)[0] ?? '';
    bearers.set(first, (bearers.get(first) ?? new Set()).add(name));
  }
  const called = (name: string): string => {
    const words = wordsOf(name);
    const [first = ''] = words;
    if (TITLE.test(first)) return name;
    const [initial] = words.at(-1) ?? '';
    const isShared = (bearers.get(first)?.size ?? 0) > 1 && words.length > 1;
    return isShared ? `${first} ${initial}.` : first;
  };
  return new Map([...bearers.values()].flatMap((names) => [...names].map((n) => [n, called(n)])));
}
