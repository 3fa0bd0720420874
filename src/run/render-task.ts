import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { CustomerFacts } from '../config/customer-facts.ts';
import {
  countryNames,
  readCustomerFacts,
  type CountryNames,
} from '../config/read-customer-facts.ts';
import { andThen, success, type Failure, type Outcome } from '../failure.ts';
import type { RawInvoice } from '../fetch/raw-invoice.ts';
import { readInvoices } from '../fetch/read-invoices.ts';
import type { DocumentFacts } from '../ledger/rows.ts';
import { fillMail } from '../mail/fill-mail.ts';
import { plainAmount } from '../money/format-money.ts';
import { isZero } from '../money/money.ts';
import type { Money } from '../money/money.ts';
import { roundMoney } from '../money/round.ts';
import { printInvoice, seriesOf, viewOf, type ViewedInvoice } from '../pipeline.ts';
import { createPress, type Press, type PressOptions } from '../press.ts';
import { readTemplateInfo } from '../template/template-info.ts';
import { addresseesOf, type Addressees } from './addressees.ts';
import { enclosuresOf } from './enclosures.ts';
import { SKIP, type RenderAnswer, type RenderTask } from './task.ts';

/** What renders share: the press, and how countries are called. */
export interface RenderRoom {
  readonly press: Press;
  readonly countries: CountryNames;
}

/** Make a room; the facts of customers come with each task. */
export function openRoom(options: PressOptions): RenderRoom {
  return { press: createPress(options), countries: countryNames() };
}

/** Render one invoice for the archive: the same bytes in every process and run. */
export function renderTask(task: RenderTask, { press, countries }: RenderRoom): RenderAnswer {
  const facts = factsOfCustomer(task, press, countries);
  if (facts?.test === true) return { kind: 'skipped', reason: SKIP.test };
  const own = pressFor(task, press, facts);
  const viewed = andThen(bodyOf(task), (raw) => viewOf(raw, own));
  if (!viewed.ok) return { kind: 'failed', failures: viewed.failures };
  if (viewed.value.view.draft) return { kind: 'skipped', reason: SKIP.draft };
  return print(viewed.value, own, viewed.warnings);
}

/** The press with what is known of this customer, and of this document by the ledger alone. */
function pressFor(
  { revision, replaces, sequence }: RenderTask,
  press: Press,
  facts: CustomerFacts | null,
): Press {
  const corrects = replaces === null ? {} : { original: replaces };
  const overrides = { ...press.overrides, revision, sequence, ...corrects };
  return { ...press, overrides, customerFacts: () => facts };
}

/** What cannot be used of the facts is left out; the invoice itself says what it lacks. */
function factsOfCustomer(
  { customerFacts }: RenderTask,
  { config }: Press,
  countries: CountryNames,
): CustomerFacts | null {
  const read = readCustomerFacts(customerFacts, config.fetch.traits, countries);
  return read.ok ? read.value : null;
}

function bodyOf({ gzip, origin }: RenderTask): Outcome<RawInvoice> {
  return andThen(readInvoices(gunzipSync(gzip), origin), (all) =>
    success(all[0] ?? { body: null, origin, path: '$' }),
  );
}

function print(viewed: ViewedInvoice, press: Press, warnings: readonly Failure[]): RenderAnswer {
  const world = press.world(viewed.settings);
  const made = andThen(printInvoice(viewed, press), ({ pdf, attachments }) =>
    andThen(fillMail(viewed.view, world), (mail) =>
      andThen(readTemplateInfo(world), ({ name, version }) =>
        success({
          ...{ pdf, attachments, mail, template: name },
          templateVersion: `${version}+${press.templateDigest(viewed.settings)}`,
        }),
      ),
    ),
  );
  if (!made.ok) return { kind: 'failed', failures: made.failures };
  const { pdf, attachments, mail, ...template } = made.value;
  return {
    kind: 'rendered',
    pdf: pdf.bytes,
    sha256: createHash('sha256').update(pdf.bytes).digest('hex'),
    facts: factsOf(viewed, { pages: pdf.pages, ...template }),
    series: seriesOf(viewed),
    mail: { ...addressees(viewed, press), body: mail },
    enclosures: enclosuresOf(attachments, viewed.settings.letter),
    warnings: [...warnings, ...made.warnings],
  };
}

function addressees({ tax, settings }: ViewedInvoice, { config }: Press): Addressees {
  const { testCustomers, zeroAmounts } = config.mail;
  const known = addresseesOf(settings, testCustomers);
  const due = roundMoney(tax.due.payment, settings.rounding);
  const free = isZero(due) && !zeroAmounts;
  return free ? { ...known, nobody: known.nobody ?? SKIP.zero } : known;
}

function factsOf(
  { view, tax, settings }: ViewedInvoice,
  document: Pick<DocumentFacts, 'pages' | 'template' | 'templateVersion'>,
): DocumentFacts {
  const { currency } = tax.due.payment;
  const stated = (amount: Money) => plainAmount(roundMoney(amount, settings.rounding));
  return {
    number: view.number,
    date: view.isoDate,
    customerName: settings.customer.name,
    currency: currency.code,
    net: stated(tax.net.payment),
    tax: stated(tax.tax.payment),
    gross: stated(tax.gross.payment),
    due: stated(tax.due.payment),
    ...document,
  };
}
