import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { CustomerFacts } from '../config/customer-facts.ts';
import {
  countryNames,
  readCustomerFacts,
  type CountryNames,
} from '../config/read-customer-facts.ts';
import type { Settings } from '../config/settings.ts';
import { andThen, failed, failure, success, type Failure, type Outcome } from '../failure.ts';
import type { RawInvoice } from '../fetch/raw-invoice.ts';
import { readInvoices } from '../fetch/read-invoices.ts';
import type { DocumentFacts } from '../ledger/rows.ts';
import { fillMail } from '../mail/fill-mail.ts';
import { isZero } from '../money/money.ts';
import { roundMoney } from '../money/round.ts';
import {
  renderAbreast,
  seriesOf,
  type Order,
  type PrintedInvoice,
  type ViewedInvoice,
} from '../pipeline.ts';
import { createPress, type Press, type PressOptions } from '../press.ts';
import { readTemplateInfo } from '../template/template-info.ts';
import { statedFacts } from '../view/stated-facts.ts';
import { addresseesOf, type Addressees } from './addressees.ts';
import { enclosuresOf } from './enclosures.ts';
import { SKIP, type KeptLetter, type RenderAnswer, type RenderTask } from './task.ts';

/** What renders share: the press, and how countries are called. */
export interface RenderRoom {
  readonly press: Press;
  readonly countries: CountryNames;
}

/** Make a room; the facts of customers come with each task. */
export function openRoom(options: PressOptions): RenderRoom {
  return { press: createPress(options), countries: countryNames() };
}

/** Render invoices for the archive, side by side: the same bytes in every process and run, whoever is beside them. */
export function renderTasks(
  tasks: readonly RenderTask[],
  room: RenderRoom,
): readonly RenderAnswer[] {
  return renderAbreast(tasks.map((task) => orderOf(task, room))).map(answerOf);
}

function orderOf(task: RenderTask, { press, countries }: RenderRoom): Order<DocumentRecord> {
  const facts = factsOfCustomer(task, press, countries);
  const own = pressFor(task, press, facts);
  return {
    read: () => (facts?.test === true ? failed([TEST]) : bodyOf(task)),
    press: own,
    keep: (viewed) => recordOf(viewed, own),
  };
}

function answerOf(made: Outcome<PrintedInvoice<DocumentRecord>>): RenderAnswer {
  if (!made.ok) return notRendered(made.failures);
  const { pdf, attachments, kept } = made.value;
  return {
    kind: 'rendered',
    pdf: pdf.bytes,
    sha256: createHash('sha256').update(pdf.bytes).digest('hex'),
    facts: { ...kept.facts, pages: pdf.pages },
    series: kept.series,
    mail: kept.mail,
    enclosures: enclosuresOf(attachments, kept.letter),
    warnings: made.warnings,
  };
}

/** Both end the flow before anything is printed. */
const TEST = failure('run', 'invoice', 'The customer is one for tests');
const DRAFT = failure('run', 'invoice', 'The invoice is a draft');

function notRendered(failures: readonly Failure[]): RenderAnswer {
  if (failures.includes(TEST)) return { kind: 'skipped', reason: SKIP.test };
  if (failures.includes(DRAFT)) return { kind: 'skipped', reason: SKIP.draft };
  return { kind: 'failed', failures };
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

/** What is recorded and mailed of an invoice beside its file. */
interface DocumentRecord {
  readonly facts: Omit<DocumentFacts, 'pages'>;
  readonly series: string | null;
  readonly mail: Omit<KeptLetter, 'enclosed'>;
  readonly letter: Settings['letter'];
}

function recordOf(viewed: ViewedInvoice, press: Press): Outcome<DocumentRecord> {
  if (viewed.view.draft) return failed([DRAFT]);
  const { settings, view } = viewed;
  const world = press.world(settings);
  return andThen(fillMail(view, world), (body) =>
    andThen(readTemplateInfo(world), ({ name, version }) => {
      const templateVersion = `${version}+${press.templateDigest(settings)}`;
      return success({
        facts: { ...statedFacts(viewed), template: name, templateVersion },
        series: seriesOf(viewed),
        mail: { ...addressees(viewed, press), body },
        letter: settings.letter,
      });
    }),
  );
}

function addressees({ tax, settings }: ViewedInvoice, { config }: Press): Addressees {
  const { testCustomers, zeroAmounts } = config.mail;
  const known = addresseesOf(settings, testCustomers);
  const due = roundMoney(tax.due.payment, settings.rounding);
  const free = isZero(due) && !zeroAmounts;
  return free ? { ...known, nobody: known.nobody ?? SKIP.zero } : known;
}
