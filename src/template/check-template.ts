import { failed, success, type Failure, type Outcome } from '../failure.ts';
import type { InvoiceView } from '../view/invoice-view.ts';
import type { World } from '../world.ts';
import { checkMessages } from './check-messages.ts';
import { checkSources, STATEMENT_FILE } from './check-sources.ts';
import { fillFile } from './fill-template.ts';
import { readTemplateInfo, type TemplateInfo } from './template-info.ts';

/** A template without faults. */
export interface CheckedTemplate {
  readonly info: TemplateInfo;
  /** Template files that were read, partials included, in the order of their names. */
  readonly files: readonly string[];
  /** Keys of the words that they ask for. */
  readonly words: ReadonlySet<string>;
}

const FILES = ['invoice.hbs', 'receipt.hbs', 'mail.hbs', 'mail.txt.hbs'] as const;

/** Check all that a template consists of, and fill with this view what is about an invoice: every fault at once, each with file, line and column. */
export function checkTemplate(world: World, view: InvoiceView): Outcome<CheckedTemplate> {
  const info = readTemplateInfo(world);
  const checked = [...FILES, STATEMENT_FILE].map((file) => checkSources(world, file));
  const failures: Failure[] = info.ok ? [] : [...info.failures];
  for (const { findings } of checked) {
    failures.push(...findings.failures, ...checkMessages(findings.messages, view));
  }
  if (failures.length > 0 || !info.ok) return failed(unique(failures));
  const filled = FILES.map((file) => fillFile(file, view, world));
  const unfilled = filled.flatMap((outcome) => (outcome.ok ? [] : outcome.failures));
  if (unfilled.length > 0) return failed(unfilled);
  const files = new Set(checked.flatMap(({ sources }) => [...sources.keys()]));
  const words = new Set(checked.flatMap(({ findings }) => findings.messages.map(({ key }) => key)));
  return success({ info: info.value, files: [...files].sort(), words });
}

/** A partial that several places use is read once for each; its faults are said once. */
function unique(failures: readonly Failure[]): readonly Failure[] {
  return [...new Map(failures.map((each) => [JSON.stringify(each), each])).values()];
}
