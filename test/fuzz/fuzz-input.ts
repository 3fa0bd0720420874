import { generatePage } from './generate-page.ts';
import { mutate } from './mutate.ts';
import { createRandom } from './random.ts';

/** The page of a seed and a number: always the same one while the generators and the corpus stay. */
export function fuzzInput(seed: number, index: number, corpus: readonly string[]): string {
  const random = createRandom(seed, index);
  if (random.percent(65)) return generatePage(random);
  return mutate(random.pick(corpus), random);
}
