import { createHash } from 'node:crypto';
import { calculateQRReferenceChecksum, calculateSCORReferenceChecksum } from 'swissqrbill/utils';

/** Digits of a QR reference before its check digit, and characters of a creditor reference after `RF` and its own. */
const QRR_DIGITS = 26;
const SCOR_CHARACTERS = 21;

/** Digits that stand for a number that has letters. */
const HASH_DIGITS = 14;

/**
 * The QR reference of an invoice: the bank's prefix, then the digits of the number, or of its SHA-256 where it has
 * letters, then a check digit (modulo 10, recursive).
 */
export function qrReference(number: string, prefix: string): string {
  const plain = number.replaceAll(/[^A-Za-z0-9]/g, '');
  const room = QRR_DIGITS - prefix.length;
  const isNumeric = /^\d+$/.test(plain) && plain.length <= room;
  const digits = `${prefix}${(isNumeric ? plain : hashDigits(number)).padStart(room, '0')}`;
  return `${digits}${calculateQRReferenceChecksum(digits)}`;
}

/** The creditor reference of an invoice (ISO 11649): `RF`, check digits, letters and digits of the number; null where it is too long. */
export function creditorReference(number: string): string | null {
  const plain = number.replaceAll(/[^A-Za-z0-9]/g, '').toUpperCase();
  if (plain === '' || plain.length > SCOR_CHARACTERS) return null;
  return `RF${calculateSCORReferenceChecksum(plain)}${plain}`;
}

function hashDigits(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex');
  return BigInt(`0x${hash}`).toString().slice(-HASH_DIGITS);
}
