import { onOneLine } from './request.ts';

/** Section 4.1.1: Basic Latin, Latin-1 Supplement, Latin Extended-A, and five more. */
const FORBIDDEN = /[^\u0020-\u007e\u00a0-\u017fȘșȚț€]/gu;

/** Text in the characters that a Swiss code may hold; letters lose foreign marks, the rest becomes a full stop. */
export function swissText(text: string, most: number): string {
  const plain = text.replaceAll(FORBIDDEN, (character) => {
    const bare = character.normalize('NFKD').replaceAll(/\p{M}/gu, '');
    return bare !== '' && bare.search(FORBIDDEN) < 0 ? bare : '.';
  });
  return onOneLine(plain, most);
}
