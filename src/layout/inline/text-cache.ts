/** What is known of texts of one style, by the text as written. */
export interface TextCache<Known> {
  find(text: string): Known | undefined;
  keep(text: string, known: Known): void;
}

/** Caches that share one limit: when all of them together are full, all are emptied. */
export interface TextCaches<Known> {
  open(): TextCache<Known>;
}

/** Caches for the texts of all styles: labels and names come again in every document. */
export function textCaches<Known>(limit: number): TextCaches<Known> {
  let generation = 0;
  let kept = 0;
  const open = (): TextCache<Known> => {
    let own = { generation, texts: new Map<string, Known>() };
    const current = (): Map<string, Known> => {
      if (own.generation !== generation) own = { generation, texts: new Map() };
      return own.texts;
    };
    return {
      find: (text) => current().get(text),
      keep: (text, known) => {
        if (kept >= limit) [generation, kept] = [generation + 1, 0];
        current().set(text, known);
        kept += 1;
      },
    };
  };
  return { open };
}
