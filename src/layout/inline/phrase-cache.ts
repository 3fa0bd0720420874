import type { Phrase } from './phrase.ts';

/** Phrases of one text style by their text as written. */
export interface PhraseCache {
  find(text: string): Phrase | undefined;
  keep(text: string, phrase: Phrase): void;
}

/** Caches that share one limit: when all of them together are full, all are emptied. */
export interface PhraseCaches {
  open(): PhraseCache;
}

const MOST_PHRASES = 20_000;

/** Caches for the phrases of all styles: labels and names come again in every document. */
export function phraseCaches(): PhraseCaches {
  let generation = 0;
  let kept = 0;
  const open = (): PhraseCache => {
    let own = { generation, phrases: new Map<string, Phrase>() };
    const current = (): Map<string, Phrase> => {
      if (own.generation !== generation) own = { generation, phrases: new Map() };
      return own.phrases;
    };
    return {
      find: (text) => current().get(text),
      keep: (text, phrase) => {
        if (kept >= MOST_PHRASES) [generation, kept] = [generation + 1, 0];
        current().set(text, phrase);
        kept += 1;
      },
    };
  };
  return { open };
}
