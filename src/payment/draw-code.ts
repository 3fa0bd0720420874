import { encode } from 'uqr';
import type { PaymentCode } from './payment-code.ts';

/** Bytes that the highest version of a standard holds with error correction M (ISO/IEC 18004, table 7). */
const CAPACITY = { 13: 331, 25: 997 } as const;

/**
 * The text as a QR code; null where it is too long. The standards allow version 13 for EPC codes and 25 for Swiss
 * ones, and ask for error correction M.
 */
export function drawCode(text: string, maxVersion: keyof typeof CAPACITY): PaymentCode | null {
  const bytes = [...new TextEncoder().encode(text)];
  if (bytes.length > CAPACITY[maxVersion]) return null;
  const { data, size } = encode(bytes, { ecc: 'M', boostEcc: false, maxVersion, border: 0 });
  return { text, size, path: data.map(rowPath).join('') };
}

/** One rectangle for each run of dark squares. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    const start = x;
    while (row[x]) x++;
    if (x > start) path += `M${start} ${y}h${x - start}v1h-${x - start}z`;
  }
  return path;
}
