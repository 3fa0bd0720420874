import type { TaxReason, TaxRow } from '../tax/tax-breakdown.ts';
import { formatQuantity } from '../money/format-money.ts';
import type { ViewContext } from './context.ts';
import type { MessageKey } from './message-keys.ts';
import { say } from './say.ts';

/** What the tax is called, by the seller's country; VAT elsewhere. */
const NAMES: Readonly<Record<string, MessageKey>> = {
  AU: 'tax.gst',
  CA: 'tax.gst',
  IN: 'tax.gst',
  JP: 'tax.consumption',
  NZ: 'tax.gst',
  SG: 'tax.gst',
  US: 'tax.sales',
};

/** The name of the tax in the document's language: `VAT`. */
export function taxName({ settings, messages }: ViewContext): string {
  const { country } = settings.seller.address;
  const key = Object.hasOwn(NAMES, country) ? NAMES[country] : undefined;
  return say(messages, key ?? 'tax.vat');
}

const LABELS: Readonly<Record<TaxRow['category'], MessageKey>> = {
  S: 'tax.S',
  Z: 'tax.Z',
  E: 'tax.E',
  AE: 'tax.AE',
  K: 'tax.K',
  G: 'tax.G',
  O: 'tax.O',
};

/** `VAT 19%`, `VAT 0%, reverse charge`. */
export function taxLabel({ category, rate }: TaxRow, context: ViewContext): string {
  const { messages } = context;
  const values = { tax: taxName(context), rate: formatQuantity(rate, messages.numbers) };
  return say(messages, LABELS[category], values);
}

const NOTES: Readonly<Partial<Record<TaxRow['category'], MessageKey>>> = {
  E: 'tax.note.exempt',
  AE: 'tax.note.reverseCharge',
  K: 'tax.note.intraCommunity',
  G: 'tax.note.export',
  O: 'tax.note.notSubject',
};

/** Why this row has no tax, one sentence a reason; the words of the rule, else those of the category. */
export function reasonTexts(
  { category, reasons }: TaxRow,
  context: ViewContext,
): readonly string[] {
  const usual = NOTES[category];
  const plain =
    usual === undefined ? [] : [say(context.messages, usual, { tax: taxName(context) })];
  if (reasons.length === 0) return plain;
  return reasons.flatMap((reason) => {
    const own = reasonText(reason, context);
    return own === '' ? plain : [own];
  });
}

function reasonText({ wording, texts }: TaxReason, context: ViewContext): string {
  const { messages, settings } = context;
  const { language } = new Intl.Locale(settings.locale);
  for (const tag of [settings.locale, messages.locale, language]) {
    if (Object.hasOwn(texts, tag)) return texts[tag] ?? '';
  }
  const key = `tax.note.${wording}`;
  const word = wording !== '' && Object.hasOwn(messages.words, key) ? messages.words[key] : null;
  return word === null || word === undefined
    ? (Object.values(texts)[0] ?? '')
    : word.replaceAll('{tax}', taxName(context));
}
