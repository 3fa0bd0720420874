import type { InvoiceView, RowView } from '../src/view/invoice-view.ts';

/** What a view decides: which document it is, its facts, what is due, and its sums with their exact values; a line each. */
export function viewExcerpt(view: InvoiceView): string {
  const { kind, final, draft, paid, locale, direction, paper, dense, denser } = view;
  const lines = [
    JSON.stringify({ kind, final, draft, paid, locale, direction, paper, dense, denser }),
    ...view.facts.map(({ label, value }) => `fact ${JSON.stringify([label, value])}`),
    `due ${JSON.stringify(view.due)}`,
    `columns ${JSON.stringify(view.columns.map(({ label, kind: column }) => [label, column]))}`,
    ...rows('item', view.items.totals),
    ...rows('fee', view.fees.totals),
    ...rows('promotion', view.promotions.totals),
    ...rows('total', view.totals),
    ...rows('tax', view.taxes),
    ...rows('account', view.account),
    ...[...view.taxNotes, ...view.notes].map((note) => `note ${JSON.stringify(note)}`),
    `payment shown ${JSON.stringify(view.payment.shown)}`,
  ];
  return `${lines.join('\n')}\n`;
}

function rows(name: string, list: readonly RowView[]): readonly string[] {
  return list.map(({ kind, label, amounts }) => {
    const values = amounts.map(
      ({ kind: column, value }) => `${column} ${value === '' ? '–' : value}`,
    );
    return `${name} ${kind} ${JSON.stringify(label)}: ${values.join(', ')}`;
  });
}
