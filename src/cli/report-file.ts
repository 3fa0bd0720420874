import { closeSync, openSync, writeSync } from 'node:fs';
import type { InvoiceReport, RunReport } from '../run/report.ts';

/** The report of a run as JSON, written invoice by invoice. */
export interface ReportFile {
  put(invoice: InvoiceReport): void;
  end(): void;
}

/** Begin the JSON report of a run in a file that nobody else may read. */
export function openReportFile(file: string, report: RunReport): ReportFile {
  const { run, period, unfetched, trouble } = report;
  const descriptor = openSync(file, 'w', 0o600);
  const write = (text: string) => writeSync(descriptor, text);
  let separator = '';
  write(`{\n  "run": ${json(run, 2)},\n  "period": ${json(period, 2)},\n  "invoices": [`);
  return {
    put: (invoice) => {
      write(`${separator}\n    ${json(invoice, 4)}`);
      separator = ',';
    },
    end: () => {
      const end = separator === '' ? ']' : '\n  ]';
      write(
        `${end},\n  "unfetched": ${json(unfetched, 2)},\n  "trouble": ${json(trouble, 2)}\n}\n`,
      );
      closeSync(descriptor);
    },
  };
}

/** JSON with two spaces a level, to stand so many spaces in. */
function json(value: unknown, spaces: number): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(spaces)}`);
}
