import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { failure, type Failure } from '../failure.ts';
import { templatesFolder } from '../press.ts';
import { checkTemplates } from './check-templates.ts';
import { EXIT } from './exit-code.ts';
import { reportAll, say } from './report.ts';

/** Options of `platen template new`. */
export interface NewTemplateOptions {
  /** The template to begin with. */
  readonly from: string;
}

/** `platen template new`: a folder beside the other templates, copied from one of them; sections and words stay shared. */
export function newTemplate(
  name: string,
  { from }: NewTemplateOptions,
  parent: string = templatesFolder,
): number {
  const folder = join(parent, name);
  const wrong = [...checkTemplates([['--from', from]]), ...faultsOfName(name, folder)];
  if (wrong.length > 0) {
    reportAll('error', wrong);
    return EXIT.usage;
  }
  cpSync(join(templatesFolder, from), folder, {
    recursive: true,
    errorOnExist: true,
    force: false,
  });
  const file = join(folder, 'template.json');
  const info = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
  writeFileSync(file, `${JSON.stringify({ ...info, name, version: 1 }, null, 2)}\n`);
  say(`${relative(process.cwd(), folder)} is a copy of ${from}`);
  say(`check it with: platen template check ${name}`);
  return EXIT.ok;
}

function faultsOfName(name: string, folder: string): readonly Failure[] {
  if (!/^[a-z][a-z0-9-]{0,63}$/.test(name)) {
    const expected = 'small letters, digits and hyphens, a letter first';
    return [failure('config', 'template', 'No name for a template', { expected, found: name })];
  }
  if (!existsSync(folder)) return [];
  const hint = 'Choose another name.';
  return [failure('config', 'template', 'There is such a template already', { found: name, hint })];
}
