import { andThen, failed, failure, success, type Outcome } from '../failure.ts';
import type { InvoiceView } from '../view/invoice-view.ts';
import type { StatementView } from '../view/statement-view.ts';
import type { World } from '../world.ts';
import { checkMessages } from './check-messages.ts';
import { STATEMENT_FILE } from './check-sources.ts';
import { compileTemplate } from './compile-template.ts';
import type { Markup } from './markup.ts';

/** The file for each kind of document; a credit note looks like the invoice that it corrects. */
const FILES: Readonly<Record<InvoiceView['kind'], string>> = {
  invoice: 'invoice.hbs',
  'credit-note': 'invoice.hbs',
  receipt: 'receipt.hbs',
};

/** Fill the template's file for this kind of document with a view. */
export function fillTemplate(view: InvoiceView, world: World): Outcome<Markup> {
  const file = FILES[view.kind];
  return andThen(fillFile(file, view, world), (html) =>
    success({ kind: 'markup', html, file, memo: world.memo } as const),
  );
}

/** Fill the template's file for statements of account. */
export function fillStatement(view: StatementView, world: World): Outcome<Markup> {
  return andThen(fillFile(STATEMENT_FILE, view, world), (html) =>
    success({ kind: 'markup', html, file: STATEMENT_FILE, memo: world.memo } as const),
  );
}

/** Fill any file of the template: `mail.hbs`, `mail.txt.hbs`. */
export function fillFile(
  file: string,
  view: InvoiceView | StatementView,
  world: World,
): Outcome<string> {
  return andThen(compileTemplate(world, file), (template) => {
    const missing = checkMessages(template.messages, view);
    if (missing.length > 0) return failed(missing);
    try {
      return success(template.print(view));
    } catch (error) {
      return failed([notFilled(file, error)]);
    }
  });
}

/** Templates are checked before they are filled, so this is a gap of the check; still no stack trace. */
function notFilled(file: string, error: unknown) {
  const found = error instanceof Error ? error.message : String(error);
  return failure('template', file, 'The template cannot be filled', { found });
}
