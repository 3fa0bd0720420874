/** So many things can be in hand at a time; whoever needs more than one hand takes the room of others. */
export interface Hands {
  /** Wait for free hands, in turn; at most all of them. What is answered lets them go. */
  take(count: number): Promise<() => void>;
  /** How many have something in hand. */
  readonly holders: () => number;
}

interface Waiting {
  readonly count: number;
  readonly go: () => void;
}

/** Make so many free hands. */
export function openHands(all: number): Hands {
  let free = all;
  let holders = 0;
  const waiting: Waiting[] = [];
  const goOn = () => {
    for (let next = waiting[0]; next !== undefined && next.count <= free; next = waiting[0]) {
      waiting.shift();
      free -= next.count;
      holders += 1;
      next.go();
    }
  };
  return {
    holders: () => holders,
    take: (wanted) =>
      new Promise((done) => {
        const count = Math.min(wanted, all);
        const letGo = () => {
          free += count;
          holders -= 1;
          goOn();
        };
        waiting.push({ count, go: () => done(letGo) });
        goOn();
      }),
  };
}
