import { isIBANValid, isQRIBAN } from 'swissqrbill/utils';

/** Longest IBAN that exists (ISO 13616-1: 34 characters). */
const SHAPE = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

/** An IBAN without spaces; null where its check digits are wrong (ISO 7064, mod 97-10). */
export function plainIban(text: string): string | null {
  const iban = text.replaceAll(/\s/g, '').toUpperCase();
  return SHAPE.test(iban) && isIBANValid(iban) ? iban : null;
}

/** Whether an IBAN is of Switzerland or Liechtenstein. */
export function isSwissIban(iban: string): boolean {
  return /^(CH|LI)\d{7}[A-Z0-9]{12}$/.test(iban);
}

/** Whether a Swiss IBAN is a QR-IBAN: its institution number is 30000 to 31999. */
export function isQrIban(iban: string): boolean {
  return isSwissIban(iban) && isQRIBAN(iban);
}
