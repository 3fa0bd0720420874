/** Gives what was made under a key before, or makes it. The same key always means the same value. */
export type Memo = <T>(key: string, make: () => T) => T;

/** Enough for the days of some years, and for the addresses of the customers at hand. */
const MOST_ENTRIES = 2000;

/** A memo that forgets everything when it is full. */
export function createMemo(most: number = MOST_ENTRIES): Memo {
  const known = new Map<string, unknown>();
  return <T>(key: string, make: () => T): T => {
    if (known.has(key)) return known.get(key) as T;
    const made = make();
    if (known.size >= most) known.clear();
    known.set(key, made);
    return made;
  };
}
