/** Work on several things at a time and give the results in the order of the things. */
export async function* inOrder<A, B>(
  things: AsyncIterable<A> | Iterable<A>,
  atOnce: number,
  work: (thing: A) => Promise<B>,
): AsyncIterable<B> {
  const underway: Promise<B>[] = [];
  for await (const thing of things) {
    underway.push(work(thing));
    const first = underway.length >= atOnce ? underway.shift() : undefined;
    if (first !== undefined) yield await first;
  }
  for (const result of underway) yield await result;
}
