import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { checkOverrides } from '../config/check-overrides.ts';
import type { Overrides } from '../config/settings.ts';
import { andThen } from '../failure.ts';
import { checkTemplates } from './check-templates.ts';
import { CUSTOMERS_FILE, factsFilesFor, readFactsFiles } from './customers-file.ts';
import { EXIT } from './exit-code.ts';
import { loadConfig } from './load-config.ts';
import { makeAll, type Workshop } from './make-all.ts';
import type { Attempt, Format } from './make-document.ts';
import type { OutcomeLine } from './outcome-line.ts';
import { sayTimings, timingsOf } from './print-timings.ts';
import { readEntries } from './read-entries.ts';
import { openRoom, type RenderRoom } from './render-room.ts';
import { reportAll, say, visible } from './report.ts';
import { printTable } from './table.ts';
import { writeDocument, type Desk } from './write-document.ts';

/** Options of `platen render`. */
export interface RenderOptions extends Overrides {
  readonly config?: string;
  /** File with customers as Amberflo gives them. Default: `customers.json` beside each file. */
  readonly customers?: string;
  readonly out: string;
  /** Write usage.csv beside each PDF, whatever the configuration says. */
  readonly csv?: boolean;
  /** The PDF, the invoice as UBL in its place, or both. Default: the PDF. */
  readonly format?: Format;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly strict?: boolean;
  /** Threads that render. Default: one for each processor, where there is enough for them; 1 is this thread itself. */
  readonly jobs?: number;
  /** Say how long each stage took, and how much there was to do. */
  readonly timings?: boolean;
}

/** `platen render`: every invoice of every file becomes a PDF, or is listed with all that is wrong with it. */
export async function render(files: readonly string[], options: RenderOptions): Promise<number> {
  const loaded = loadConfig(options.config);
  if (!loaded.ok) {
    reportAll('error', loaded.failures);
    return EXIT.usage;
  }
  const { config, folder } = loaded.value;
  const impossible = checkOverrides(options, config);
  const wrong =
    impossible.length > 0 ? impossible : checkTemplates([['--template', options.template]]);
  if (wrong.length > 0) {
    reportAll('error', wrong);
    return EXIT.usage;
  }
  const invoices = files.filter((file) => basename(file) !== CUSTOMERS_FILE);
  const facts = readFactsFiles(factsFilesFor(files, options.customers), config.fetch.traits);
  if (!options.quiet) reportAll('warning', facts.warnings);
  if (!facts.ok) {
    reportAll('error', facts.failures);
    return EXIT.usage;
  }
  const timings = options.timings ?? false;
  const wanted = {
    strict: options.strict ?? false,
    csv: options.csv ?? false,
    format: options.format ?? 'pdf',
  };
  const data = { config, folder, overrides: options, facts: facts.value, wanted, timings };
  const room = await openRoom(data);
  if (!room.ok) {
    reportAll('error', room.failures);
    return EXIT.usage;
  }
  const jobs = options.jobs ?? availableParallelism();
  return renderFiles(invoices, { room: room.value, data, jobs }, options);
}

/** Render files where all is ready; answers the exit code. */
async function renderFiles(
  files: readonly string[],
  workshop: Workshop,
  options: RenderOptions,
): Promise<number> {
  const { room, data } = workshop;
  const lines: OutcomeLine[] = [];
  const written = new Map<string, string>();
  const desk = { out: options.out, ...data.wanted, force: options.force ?? false, written };
  const finish = (line: OutcomeLine, origin: string) => {
    lines.push(line);
    announce(line, origin, options);
  };
  const entries = readEntries(files, data.timings ? room.tally : null);
  for await (const done of makeAll(entries, workshop)) {
    if (done.kind === 'attempt') finish(lineOf(done.attempt, room, desk), done.origin);
    else {
      const { input, origin } = done;
      if (!options.quiet) reportAll('warning', input.warnings);
      if (!input.ok)
        finish({ status: 'failed', invoiceUri: null, failures: input.failures }, origin);
    }
  }
  if (!options.quiet) printTable(lines);
  if (data.timings) sayTimings(timingsOf(room.tally, lines), options.json ?? false);
  return lines.some((line) => line.status === 'failed') ? EXIT.someFailed : EXIT.ok;
}

/** What was made is written here, in order, whoever made it. */
function lineOf(
  { invoiceUri, outcome }: Attempt,
  { observe }: RenderRoom,
  desk: Desk,
): OutcomeLine {
  const line = andThen(outcome, (made) => observe('deliver', writeDocument, made, desk));
  if (!line.ok) return { status: 'failed', invoiceUri, failures: line.failures };
  return { ...line.value, warnings: line.warnings };
}

/** Messages name places within an invoice; the line before them says which invoice, of which file. */
function announce(line: OutcomeLine, origin: string, options: RenderOptions): void {
  if (options.json) process.stdout.write(`${JSON.stringify(line)}\n`);
  const name = [origin, line.invoiceUri].filter((part) => part !== null).join(': ');
  if (line.status === 'failed') {
    say(visible(`failed: ${name}`));
    reportAll('error', line.failures);
  } else if (!options.quiet && line.warnings.length > 0) {
    say(visible(`warnings: ${name}`));
    reportAll('warning', line.warnings);
  }
}
