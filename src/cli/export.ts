import { join } from 'node:path';
import { exportZip, registerOf, ZIP_LIMITS } from '../archive/export-zip.ts';
import { openArchive } from '../archive/open-archive.ts';
import type { ArchiveReceipt } from '../archive/receipt.ts';
import type { Config } from '../config/schema.ts';
import { writeBytes } from '../deliver/write-file.ts';
import type { Failure } from '../failure.ts';
import { parsePeriod } from '../fetch/period.ts';
import { EXIT } from './exit-code.ts';
import { loadConfig } from './load-config.ts';
import { openReceipts } from './open-receipts.ts';
import { isUnreachable } from './open-run.ts';
import { reportAll, say, visible } from './report.ts';

/** Options of `platen export`. */
export interface ExportOptions {
  readonly period: string;
  readonly format: 'zip' | 'csv';
  readonly out: string;
  readonly customer?: readonly string[];
  readonly config?: string;
  readonly force?: boolean;
  readonly quiet?: boolean;
}

/** `platen export`: the archived invoices of a period as a ZIP file with a register, or the register alone. */
export async function exportPeriod(options: ExportOptions): Promise<number> {
  const loaded = loadConfig(options.config);
  if (!loaded.ok) return refuse(loaded.failures);
  const period = parsePeriod(options.period);
  if (!period.ok) return refuse(period.failures);
  const { config } = loaded.value;
  const source = await openReceipts(config, period.value.name);
  if (!source.ok) return refuse(source.failures);
  const receipts = await collect(source.value.readReceipts(), options.customer ?? []);
  await source.value.close();
  if (receipts.length === 0) {
    say(`error: no archived invoices of ${period.value.name}`);
    return EXIT.someFailed;
  }
  return options.format === 'csv'
    ? writeRegister(receipts, options)
    : writeZip(receipts, config, options);
}

/** In the order of an accountant's list: by date, then number. */
async function collect(
  source: AsyncIterable<ArchiveReceipt>,
  customers: readonly string[],
): Promise<readonly ArchiveReceipt[]> {
  const receipts: ArchiveReceipt[] = [];
  for await (const receipt of source)
    if (customers.length === 0 || customers.includes(receipt.customerId)) receipts.push(receipt);
  const key = ({ date, number, revision }: ArchiveReceipt) =>
    `${date}\0${number}\0${String(revision).padStart(6, '0')}`;
  return receipts
    .map((receipt) => ({ receipt, order: key(receipt) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ receipt }) => receipt);
}

function writeRegister(receipts: readonly ArchiveReceipt[], options: ExportOptions): number {
  const file = join(options.out, `invoices-${options.period}.csv`);
  const written = writeBytes(Buffer.from(registerOf(receipts)), file, {
    force: options.force ?? false,
  });
  if (!written.ok) {
    reportAll('error', written.failures);
    return EXIT.someFailed;
  }
  return told([file], receipts.length, options);
}

async function writeZip(
  receipts: readonly ArchiveReceipt[],
  config: Config,
  options: ExportOptions,
): Promise<number> {
  const archive = await openArchive(config.archive);
  const fileOf = (part: number) =>
    join(options.out, `invoices-${options.period}${part === 1 ? '' : `-${part}`}.zip`);
  const force = options.force ?? false;
  try {
    const made = await exportZip({ archive, receipts, fileOf, force, limits: ZIP_LIMITS });
    reportAll('error', made.failures);
    if (made.failures.length === 0) return told(made.files, receipts.length, options);
    return EXIT.someFailed;
  } catch (error) {
    say(
      visible(`error: ${options.out}: ${error instanceof Error ? error.message : String(error)}`),
    );
    return EXIT.someFailed;
  } finally {
    await archive.close();
  }
}

function told(files: readonly string[], count: number, { quiet }: ExportOptions): number {
  if (quiet !== true) say(visible(`${count} invoices in ${files.join(', ')}`));
  return EXIT.ok;
}

function refuse(failures: readonly Failure[]): number {
  reportAll('error', failures);
  return isUnreachable(failures) ? EXIT.unreachable : EXIT.usage;
}
