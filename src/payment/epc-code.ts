import { drawCode } from './draw-code.ts';
import { isQrIban, plainIban } from './iban.ts';
import type { PaymentCode } from './payment-code.ts';
import { codeAmount, onOneLine, type PaymentRequest } from './request.ts';

const BIC = /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/;

/**
 * The code that banking apps read for a SEPA credit transfer: EPC069-12, version 002, UTF-8. Null where there can be
 * none: another currency than EUR, no valid IBAN, or an amount that the guideline does not allow.
 */
export function epcCode(request: PaymentRequest): PaymentCode | null {
  const { amount, account, seller, number } = request;
  const iban = plainIban(account.iban);
  const sum = codeAmount(amount);
  const name = onOneLine(account.holder || seller.name, 70);
  if (amount.currency.code !== 'EUR' || iban === null || sum === null) return null;
  if (isQrIban(iban) || name === '') return null;
  const bic = account.bic.replaceAll(/\s/g, '').toUpperCase();
  const lines = [
    'BCD',
    '002',
    '1',
    'SCT',
    BIC.test(bic) ? bic : '',
    name,
    iban,
    `EUR${sum}`,
    '',
    '',
    onOneLine(number, 140),
  ];
  return drawCode(lines.join('\n'), 13);
}
