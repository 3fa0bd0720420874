import { existsSync, readFileSync } from 'node:fs';
import type { LocaleFacts } from './locale-facts.ts';
import type { World } from './world.ts';

/** What the build wrote of a locale. */
interface LearntLocale extends LocaleFacts {
  /** Versions of what Intl knew it from. */
  readonly icu: string;
  readonly cldr: string;
}

/** What the build learnt of locales, a file each, where Intl says the same today: what it knows comes with Node. */
export function openLocaleFacts(folder: URL): World['localeFacts'] {
  return (locale) => {
    const file = new URL(`${encodeURIComponent(locale)}.json`, folder);
    if (!existsSync(file)) return null;
    const { icu, cldr, ...facts } = JSON.parse(readFileSync(file, 'utf8')) as LearntLocale;
    return icu === process.versions.icu && cldr === process.versions['cldr'] ? facts : null;
  };
}
