import { sumOf } from './sum-of.ts';
import type { PrintedTable } from './printed-tables.ts';

/** How a document writes numbers, and its template's words: what a reader knows of it. */
export interface Speech {
  readonly locale: string;
  readonly words: Readonly<Record<string, string>>;
}

/** A row of a table that has an amount, or a dash, in every money column. */
interface Line {
  readonly label: string;
  /** Exact decimals; null for a dash. */
  readonly amounts: readonly (string | null)[];
}

/** Rows that say what all rows above them come to. */
const CHECKPOINTS = [
  ...['subtotal', 'beforePrepaid', 'net', 'gross', 'due', 'soFar', 'credited', 'paid'].map(
    (name) => `totals.${name}`,
  ),
  'account.prepaidLeft',
  'account.payAsYouGoLeft',
];

/** Rows that close a section. */
const SECTION_TOTALS = ['items', 'fees', 'invoiceFees', 'commitments', 'promotions'].map(
  (name) => `total.${name}`,
);

const TIERS = ['first', 'free', 'from', 'range', 'named'].map((name) => `tier.${name}`);

/** What a reader with a pocket calculator objects to: every sum of every money column of every table. */
export function objections(tables: readonly PrintedTable[], speech: Speech): readonly string[] {
  const sums = tables.flatMap((table) => {
    const last = table.rows.at(-1)?.[0] ?? '';
    return saysOne(last, CHECKPOINTS, speech)
      ? runningObjections(table, speech)
      : sectionObjections(table, speech);
  });
  return [...sums, ...sectionsAgainstTotals(tables, speech)];
}

/** Sections, and the rows of the totals that repeat what they come to. */
const SECTIONS = ['items', 'fees', 'invoiceFees', 'commitments', 'promotions'];

/** What a section closes with stands in the totals too; a section that comes to nothing may be left out there. */
function sectionsAgainstTotals(tables: readonly PrintedTable[], speech: Speech): readonly string[] {
  const titled = (key: string) => tables.find(({ head }) => saysOne(head[0] ?? '', [key], speech));
  const totals = titled('section.totals');
  return SECTIONS.flatMap((name) => {
    const section = titled(`section.${name}`);
    const last = section?.rows.findLast((cells) => lineOf(cells, section, speech) !== null);
    if (totals === undefined || section === undefined || last === undefined) return [];
    const repeated = totals.rows.find((cells) =>
      saysOne(cells[0] ?? '', [`totals.${name}`], speech),
    );
    const [closing, total] = [
      lineOf(last, section, speech),
      repeated && lineOf(repeated, totals, speech),
    ];
    const expected = total?.amounts ?? closing?.amounts.map((amount) => amount && sumOf([]));
    return String(closing?.amounts.map(plain)) === String(expected?.map(plain))
      ? []
      : [
          `${section.head[0] ?? ''}: ${String(closing?.amounts)} here, ${String(expected)} in the totals`,
        ];
  });
}

const plain = (amount: string | null) => (amount === null ? '–' : sumOf([amount]));

/** In the totals and the account, a checkpoint is what all amounts above it come to. */
function runningObjections(table: PrintedTable, speech: Speech): readonly string[] {
  const above: Line[] = [];
  return table.rows.flatMap((cells) => {
    const line = lineOf(cells, table, speech);
    if (line === null) return [`${cells.join(' ')}: no amounts`];
    if (above.length > 0 && saysOne(line.label, CHECKPOINTS, speech))
      return differences(above, line);
    above.push(line);
    return [];
  });
}

/** What is open: a head, and the lines below it. */
interface Frame {
  readonly head: string;
  readonly lines: Line[];
}

/** In a section, a head opens a group, its total closes it; the section's total closes the table. */
function sectionObjections(table: PrintedTable, speech: Speech): readonly string[] {
  const title = table.head[0] ?? '';
  const frames: Frame[] = [{ head: title, lines: [] }];
  const found: string[] = [];
  table.rows.forEach((cells, index) => {
    const frame = frames.at(-1);
    if (frame === undefined) return found.push(`${title}: goes on behind its total`);
    const line = lineOf(cells, table, speech);
    const label = cells[0] ?? '';
    const isLast = index === table.rows.length - 1;
    if (line === null) {
      if (!isTier(cells, speech)) frames.push({ head: label, lines: [] });
    } else if (closes(line, frame, speech) || (isLast && saysOne(label, SECTION_TOTALS, speech))) {
      found.push(...differences(frame.lines, line));
      frames.pop();
      frames.at(-1)?.lines.push(line);
    } else frame.lines.push(line);
    return undefined;
  });
  const open = frames.length > 1 || (frames[0]?.lines.length ?? 0) > 1;
  return open ? [...found, `${title}: ${frames.at(-1)?.head ?? ''} has no total`] : found;
}

/** Units of a tier are explained, not charged: rows without amounts that stand under their line. */
function isTier(cells: readonly string[], { words }: Speech): boolean {
  return (
    (cells[1] ?? '') !== '' ||
    TIERS.some((key) => {
      const parts = squeeze(words[key] ?? '').split(/\{\w+\}/);
      return parts[0] !== '' && (cells[0] ?? '').startsWith(parts[0] ?? '');
    })
  );
}

/** Whether a line is the total of what a head names: `Total Storage` under `Storage in GB`. */
function closes({ label }: Line, { head, lines }: Frame, { words }: Speech): boolean {
  if (lines.length === 0) return false;
  for (let length = head.length; length > 0; length -= 1) {
    const total = squeeze((words['total.item'] ?? '').replaceAll('{name}', head.slice(0, length)));
    if (label.startsWith(total)) return true;
  }
  const fixed = squeeze(words['total.item'] ?? '').split('{name}');
  const names = label.match(/[a-z]\w{2,}/gi) ?? [];
  return (
    isMixed(label) &&
    fixed.every((part) => label.includes(part)) &&
    names.some((name) => head.includes(name))
  );
}

function differences(lines: readonly Line[], total: Line): readonly string[] {
  return total.amounts.flatMap((amount, column) => {
    const parts = lines.map(({ amounts }) => amounts[column] ?? null);
    const sum = sumOf(parts.filter((part) => part !== null));
    return amount === null || sum === sumOf([amount])
      ? []
      : [`${total.label}: ${amount} is printed, ${sum} is the sum`];
  });
}

/** A row with its amounts; null where the money columns are empty, which the file has as one wide cell. */
function lineOf(cells: readonly string[], { head }: PrintedTable, speech: Speech): Line | null {
  const money = moneyColumns(head, speech);
  if (cells.length <= money || cells.at(-1) === '') return null;
  const texts = cells.slice(cells.length - money);
  return { label: cells[0] ?? '', amounts: texts.map((text) => amountOf(text, speech)) };
}

/** Columns that are neither the label nor a quantity or its price. */
function moneyColumns(head: readonly string[], { words }: Speech): number {
  const others = ['column.quantity', 'column.unitPrice'].map((key) => squeeze(words[key] ?? ''));
  return head.slice(1).filter((cell) => !others.some((other) => isSame(cell, other))).length;
}

/** A printed amount as an exact decimal, by the locale's own signs. */
function amountOf(text: string, { locale }: Speech): string | null {
  const bare = text.replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '');
  if (bare === '–') return null;
  const decimal = signOf(locale, 'decimal');
  const isNegative = /[-\u2212(]/.test(bare);
  const digits = bare.split(decimal).map((part) => part.replace(/\D/g, ''));
  return `${isNegative ? '-' : ''}${digits.join('.')}`;
}

function signOf(locale: string, sign: 'decimal'): string {
  const format = new Intl.NumberFormat(`${locale}-u-nu-latn`);
  return format.formatToParts(1234.5).find(({ type }) => type === sign)?.value ?? '.';
}

function saysOne(label: string, keys: readonly string[], { words }: Speech): boolean {
  return keys.some((key) => words[key] !== undefined && isSame(label, squeeze(words[key])));
}

/** Words of two directions are read in the order of sight, and a slash between two languages may be left out. */
function isSame(label: string, words: string): boolean {
  return label === words || (isMixed(words) && lettersOf(label) === lettersOf(words));
}

function isMixed(text: string): boolean {
  return /[\u0590-\u08ff]/.test(text) && /[a-z]/i.test(text);
}

function lettersOf(text: string): string {
  return Array.from(text.replaceAll('/', '')).sort().join('');
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
