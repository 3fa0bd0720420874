import { failure, type Failure } from '../failure.ts';
import type { InvoiceView } from '../view/invoice-view.ts';
import type { MessageUse } from './check-context.ts';

/** Words that a template asks for and the view's language does not have. */
export function checkMessages(
  uses: readonly MessageUse[],
  { messages, locale }: Pick<InvoiceView, 'messages' | 'locale'>,
): readonly Failure[] {
  const hint = 'Add the word to every file of the messages folder.';
  return uses
    .filter(({ key }) => !Object.hasOwn(messages, key))
    .map(({ key, place }) =>
      failure('template', place, `There is no such word in ${locale}`, { found: key, hint }),
    );
}
