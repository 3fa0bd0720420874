import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../src/config/read-config.ts';
import { readInvoices } from '../src/fetch/read-invoices.ts';
import { layOutMarkup } from '../src/pipeline.ts';
import { createPress, examplesFolder } from '../src/press.ts';
import { renderStatement, type StatementOf } from '../src/statement.ts';
import { fillStatement } from '../src/template/fill-template.ts';
import type { StatementView } from '../src/view/statement-view.ts';
import { deepFreeze } from './deep-freeze.ts';
import { pageText } from './page-text.ts';
import { sumOf } from './sum-of.ts';

const CASES = 'test/statements';
const folders = readdirSync(CASES);

function readCase(name: string) {
  const text = (file: string) => readFileSync(join(CASES, name, file));
  const config = readConfig(text('config.json').toString(), 'config.json');
  const raws = readInvoices(text('invoice.json'), 'invoice.json');
  if (!config.ok || !raws.ok) throw new Error(JSON.stringify([config, raws]));
  const press = createPress({ config: deepFreeze(config.value), brandFolder: examplesFolder });
  const of = JSON.parse(text('statement.json').toString()) as StatementOf;
  return { press, raws: deepFreeze(raws.value), of };
}

function render(name: string, day?: string) {
  const { press, raws, of } = readCase(name);
  return renderStatement(raws, day === undefined ? of : { ...of, asOf: day }, press);
}

test.each(folders)('%s says what text.txt says, always in the same bytes', async (name) => {
  const { press } = readCase(name);
  const [one, again] = [render(name), render(name)];
  if (!one.ok || !again.ok) throw new Error(JSON.stringify(one));
  expect(Buffer.compare(one.value.pdf.bytes, again.value.pdf.bytes)).toBe(0);
  const world = press.world({ template: 'standard' });
  const markup = fillStatement(one.value.view, world);
  const document = markup.ok ? layOutMarkup(markup.value, world) : markup;
  if (!document.ok) throw new Error(JSON.stringify(document.failures));
  await expect(pageText(document.value)).toMatchFileSnapshot(join('statements', name, 'text.txt'));
});

/** A printed amount of the English sheet as a decimal. */
const decimal = (text: string) => text.replaceAll(',', '').replace('−', '-');

const openAt = (day: string): StatementView => {
  const outcome = render('overdue-in-two-currencies', day);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
  return outcome.value.view;
};

test.each(['2025-06-01', '2025-08-20', '2025-10-31', '2026-06-30'])(
  'on %s what is open is the sum of the documents and the sum of the ages',
  (day) => {
    for (const { entries, ageing, open } of openAt(day).accounts) {
      expect(sumOf(entries.map((entry) => decimal(entry.open)))).toBe(sumOf([decimal(open)]));
      expect(sumOf(ageing.map(({ value }) => decimal(value)))).toBe(sumOf([decimal(open)]));
    }
  },
);

test('an invoice is open until the day it was paid', () => {
  const status = (day: string) => openAt(day).accounts[0]?.entries[1]?.status;
  // Due on 15 July 2025, paid on 2 November.
  expect(status('2025-07-15')).toBe('Not yet due');
  expect(status('2025-07-16')).toBe('1 day overdue');
  expect(status('2025-11-01')).toBe('109 days overdue');
  expect(status('2025-11-02')).toBe('Paid');
});

test('ages end after 30, 60 and 90 days', () => {
  // 573.10 of July is due on 15 August 2025.
  const age = (day: string) =>
    openAt(day).accounts[0]?.ageing.findIndex(({ value }) => value === '573.10');
  expect(['2025-08-15', '2025-08-16', '2025-09-14', '2025-09-15'].map(age)).toEqual([0, 1, 1, 2]);
  expect(['2025-10-14', '2025-10-15', '2025-11-13', '2025-11-14'].map(age)).toEqual([2, 3, 3, 4]);
});

test('nothing to state, no such day and a broken invoice fail with their reasons', () => {
  const { press, raws, of } = readCase('overdue-in-two-currencies');
  const places = (outcome: ReturnType<typeof renderStatement>) =>
    outcome.ok ? [] : outcome.failures.map(({ place }) => place);
  expect(places(renderStatement(raws, { ...of, customerId: 'cus-nobody' }, press))).toEqual([
    '--customer',
  ]);
  expect(places(renderStatement(raws, { ...of, asOf: '2025-02-30' }, press))).toEqual(['--as-of']);
  const broken = { invoiceKey: { customerId: 'cus-brandt' } };
  const with_ = [...raws, { body: broken, origin: 'x', path: '$' }];
  expect(places(renderStatement(with_, of, press)).length).toBeGreaterThan(0);
});
