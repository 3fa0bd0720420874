import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Overrides } from '../config/settings.ts';
import { andThen, failed, type Failure, type Outcome } from '../failure.ts';
import { readInvoices } from '../fetch/read-invoices.ts';
import type { RawInvoice } from '../fetch/raw-invoice.ts';
import { printMarkup, viewOf } from '../pipeline.ts';
import {
  createPress,
  examplesFolder,
  sharedFolder,
  templatesFolder,
  type Press,
} from '../press.ts';
import { checkTemplate } from '../template/check-template.ts';
import { fillTemplate } from '../template/fill-template.ts';
import { checkWords } from '../view/check-words.ts';
import { checkTemplates } from './check-templates.ts';
import { EXIT } from './exit-code.ts';
import { loadConfig } from './load-config.ts';
import { reportAll, say } from './report.ts';

/** Options of `platen template check`. */
export interface CheckOptions {
  readonly config?: string;
}

/** `platen template check`: every sample in every language and on every paper; all that is wrong, once each. */
export function checkTemplateNamed(name: string, options: CheckOptions): number {
  const missing = checkTemplates([['template', name]]);
  if (missing.length > 0) {
    reportAll('error', missing);
    return EXIT.usage;
  }
  const loaded = loadConfig(options.config ?? join(examplesFolder, 'platen.config.json'));
  if (!loaded.ok) {
    reportAll('error', loaded.failures);
    return EXIT.usage;
  }
  const { config, folder: brandFolder } = loaded.value;
  const press = (overrides: Overrides) => createPress({ config, brandFolder, overrides });
  const faults = variants(name).flatMap((overrides) => faultsOf(press(overrides)));
  const unique = [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
  reportAll('error', unique);
  say(unique.length === 0 ? `${name} is well` : `${name}: ${unique.length} faults`);
  return unique.length === 0 ? EXIT.ok : EXIT.someFailed;
}

function variants(template: string): readonly Overrides[] {
  const languages = languagesOf(template);
  const papers = ['A4', 'Letter'] as const;
  return languages.flatMap((locale) => papers.map((paper) => ({ template, locale, paper })));
}

/** Languages that the template, or what templates share, has words of. */
function languagesOf(template: string): readonly string[] {
  const folders = [sharedFolder, join(templatesFolder, template)].map((folder) =>
    join(folder, 'messages'),
  );
  const files = folders.filter(existsSync).flatMap((folder) => readdirSync(folder));
  return [...new Set(files.map((file) => file.replace(/\.json$/, '')))].sort();
}

function faultsOf(press: Press): readonly Failure[] {
  const file = join(examplesFolder, 'amberflo-invoices.json');
  const samples = readInvoices(readFileSync(file), file);
  return samples.ok
    ? samples.value.flatMap((raw) => faults(checkSample(raw, press)))
    : samples.failures;
}

/** A template is only well when it fills and prints without a warning. */
function faults(outcome: Outcome<unknown>): readonly Failure[] {
  return outcome.ok ? outcome.warnings : [...outcome.failures, ...outcome.warnings];
}

function checkSample(raw: RawInvoice, press: Press): Outcome<unknown> {
  return andThen(viewOf(raw, press), ({ view, settings }) => {
    const world = press.world(settings);
    return andThen(checkTemplate(world, view), ({ words }) => {
      const needless = checkWords(world, press.overrides.locale ?? 'en', words);
      if (needless.length > 0) return failed(needless);
      return andThen(fillTemplate(view, world), (markup) => printMarkup(markup, world));
    });
  });
}
