import { stringify } from 'csv-stringify/sync';
import type { ArchiveReceipt } from './receipt.ts';

type Row = readonly [name: string, value: (receipt: ArchiveReceipt) => string];

/** Columns of the register, for the accountant. */
const COLUMNS: readonly Row[] = [
  ['number', ({ number }) => words(number)],
  ['revision', ({ revision }) => `${revision}`],
  ['date', ({ date }) => words(date)],
  ['period', ({ period }) => words(period)],
  ['customer_id', ({ customerId }) => words(customerId)],
  ['customer', ({ customerName }) => words(customerName)],
  ['currency', ({ currency }) => words(currency)],
  ['net', ({ net }) => figure(net)],
  ['tax', ({ tax }) => figure(tax)],
  ['gross', ({ gross }) => figure(gross)],
  ['due', ({ due }) => figure(due)],
  ['file', ({ key }) => words(key)],
  ['sha256', ({ sha256 }) => words(sha256)],
];

/** The head of the register. Its byte order mark makes spreadsheets read UTF-8. */
export function registerHead(): string {
  return `\ufeff${line(COLUMNS.map(([name]) => name))}`;
}

/** One invoice of the register: RFC 4180, amounts as exact decimals with a point. */
export function registerLine(receipt: ArchiveReceipt): string {
  return line(COLUMNS.map(([, value]) => value(receipt)));
}

function line(cells: readonly string[]): string {
  return stringify([[...cells]], { record_delimiter: '\r\n' });
}

/** A spreadsheet would calculate text that begins like a formula. */
function words(text: string): string {
  const plain = text.replace(/[\p{Cc}]+/gu, ' ');
  return /^[\s]*[=+\-@\uff0b\uff0d\uff1d\uff20]/.test(plain) ? `'${plain}` : plain;
}

/** Amounts may begin with a minus; anything but an amount is text. */
function figure(text: string): string {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? text : words(text);
}
