import type { Attachment } from '../attachment.ts';
import type { Settings } from '../config/settings.ts';
import type { Invoice } from '../invoice/invoice.ts';
import { usageCsv } from './usage-csv.ts';

/** usage.csv to put into the PDF, as a list of one or none. */
export function usageFiles({
  invoice,
  settings,
}: {
  readonly invoice: Invoice;
  readonly settings: Settings;
}): readonly Attachment[] {
  const { csv } = settings.usage;
  if (csv !== 'inside' && csv !== 'both') return [];
  return [
    {
      name: 'usage.csv',
      mime: 'text/csv',
      relationship: 'Supplement',
      description: 'Usage by hour',
      bytes: Buffer.from(usageCsv(invoice, settings), 'utf8'),
      hybrid: null,
    },
  ];
}
