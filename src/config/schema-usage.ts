import * as z from 'zod';
import type { UsageSettings } from './settings-usage.ts';

const allowance = z.strictObject({
  included: z
    .number()
    .positive()
    .optional()
    .describe('Units that the plan includes free of charge; printed under the item.'),
  minimum: z
    .number()
    .positive()
    .optional()
    .describe(
      'Least charge for the item in the base currency; printed under the item, and the name of what fills it up.',
    ),
});

/** How usage is explained. */
export const usageSchema = z.strictObject({
  groupBy: z
    .array(z.string().min(1))
    .max(4)
    .optional()
    .describe('Dimensions to group lines by, with subtotals, the outermost first: `["region"]`.'),
  hideZero: z
    .boolean()
    .optional()
    .describe('Leave out lines without units and amounts. Default: false.'),
  top: z
    .int()
    .min(1)
    .nullable()
    .optional()
    .describe(
      'Most lines of an item, and most items: those with the largest amounts; one line sums the rest, and the annex lists all.',
    ),
  annex: z
    .enum(['none', 'days', 'hours'])
    .optional()
    .describe('Annex with charts and the usage of each day (UTC), or each hour. Default: none.'),
  csv: z
    .enum(['none', 'beside', 'inside', 'both'])
    .optional()
    .describe('Write usage.csv beside the PDF, inside as an attachment, or both. Default: none.'),
  allowances: z
    .record(z.string(), allowance)
    .optional()
    .describe('What the plan grants or demands, by meter API name or product item id.'),
});

/** Usage settings with defaults in place of what was left out. */
export function usageSettings(usage: z.output<typeof usageSchema> | undefined): UsageSettings {
  const allowances = Object.entries(usage?.allowances ?? {}).map(
    ([key, { included = null, minimum = null }]) => [key, { included, minimum }] as const,
  );
  return {
    groupBy: usage?.groupBy ?? [],
    hideZero: usage?.hideZero ?? false,
    top: usage?.top ?? null,
    annex: usage?.annex ?? 'none',
    csv: usage?.csv ?? 'none',
    allowances: Object.fromEntries(allowances),
  };
}
