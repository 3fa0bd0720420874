import { WINDOW_CHARACTERS } from './window-table.ts';

/**
 * Texts whose windows overlap in many ways: where a face looks further than one character to either side, some two of them
 * disagree about a window. Always the same texts.
 */
export function windowProbes(): readonly string[] {
  return [...numberProbes(), ...symbolProbes(), ...documentProbes()];
}

/** Long sequences of digits in steps that share no pattern, plain, grouped and signed. */
function numberProbes(): readonly string[] {
  return Array.from({ length: 40 }, (_, index) => (index * 7919 + 17) * (index + 1)).flatMap(
    (value) => [`${String(value)}`, `-${group(value, ',')}.18`, `${group(value, '.')},71 €`],
  );
}

function group(value: number, separator: string): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, separator);
}

/** Every symbol beside few characters, with and without more of them around. */
function symbolProbes(): readonly string[] {
  const symbols = [...WINDOW_CHARACTERS].filter((character) => !/[0-9A-Z]/.test(character));
  return symbols.flatMap((symbol) => [
    `1${symbol}7`,
    `717${symbol}171`,
    `A${symbol}7`,
    `1A${symbol}71`,
    `1${symbol}1${symbol}7${symbol}1`,
    `${symbol}17${symbol}`,
  ]);
}

/** Document numbers, dates and amounts with a currency. */
function documentProbes(): readonly string[] {
  return Array.from({ length: 12 }, (_, index) => String(index * 37 + 11)).flatMap((digits) => [
    `INV-2026-${digits}`,
    `INV-2026${digits}-10-AV`,
    `${digits} USD`,
    `TAX ${digits}%`,
    `2026-10-${digits.slice(0, 2)}`,
  ]);
}
