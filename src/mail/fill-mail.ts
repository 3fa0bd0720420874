import { Parser } from 'htmlparser2';
import { andThen, success, type Outcome } from '../failure.ts';
import { fillFile } from '../template/fill-template.ts';
import type { InvoiceView } from '../view/invoice-view.ts';
import type { World } from '../world.ts';
import { cleanHeader } from './clean-header.ts';
import type { MailBody } from './mail.ts';

/** Fill the template's `mail.hbs` and `mail.txt.hbs`; the subject is the title of the HTML page. */
export function fillMail(view: InvoiceView, world: World): Outcome<MailBody> {
  return andThen(fillFile('mail.hbs', view, world), (html) =>
    andThen(fillFile('mail.txt.hbs', view, world), (text) =>
      success({ subject: titleOf(html) || cleanHeader(view.documentTitle), html, text }),
    ),
  );
}

function titleOf(html: string): string {
  const words: string[] = [];
  let inside = false;
  const parser = new Parser({
    onopentagname: (name) => (inside = name === 'title'),
    onclosetag: () => (inside = false),
    ontext: (text) => (inside ? words.push(text) : 0),
  });
  parser.end(html);
  return cleanHeader(words.join(''));
}
