import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openReportFile } from '../../src/cli/report-file.ts';
import { failure } from '../../src/failure.ts';
import type { InvoiceReport } from '../../src/run/report.ts';

const INVOICE: InvoiceReport = {
  ...{ invoiceUri: 'u', revision: 1, replaces: null, customer: 'c "1"\n', state: 'failed' },
  ...{ reason: 'why', failures: [failure('run', 'u', 'Why')], document: null, issued: null },
  ...{ sha256: null, archiveKey: null, mails: [] },
};

test.each([0, 1, 3])(
  'a report of %i invoices is the JSON that it would be as one value',
  (count) => {
    const file = join(mkdtempSync(join(tmpdir(), 'platen-report-')), 'report.json');
    const unfetched = [{ customer: 'c2', failures: [failure('fetch', 'c2', 'No answer')] }];
    const about = { run: '2026-10', period: '2026-10' };
    const invoices = Array.from({ length: count }, () => INVOICE);
    const none = (async function* () {})();
    const report = openReportFile(file, { ...about, invoices: none, unfetched, trouble: [] });
    for (const invoice of invoices) report.put(invoice);
    report.end();
    const whole = JSON.stringify({ ...about, invoices, unfetched, trouble: [] }, null, 2);
    expect(readFileSync(file, 'utf8')).toBe(`${whole}\n`);
    expect(statSync(file).mode & 0o077).toBe(0);
  },
);
