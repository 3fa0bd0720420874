import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { addRecordCommands, addRunCommands } from './cli/run-commands.ts';
import { version } from './version.ts';

/** Usage or configuration was wrong; nothing was started. */
const EXIT_USAGE = 2;

const program = new Command('platen')
  .description('Typeset usage-billing invoices: Amberflo JSON in, branded PDF out.')
  .version(version)
  .exitOverride()
  .showHelpAfterError('(platen --help lists the commands)');

const folder = () => new Option('--out <folder>', 'where files are written').default('output');
const config = () =>
  new Option('--config <file>', 'configuration (default: platen.config.json, where there is one)');
const force = () => new Option('--force', 'replace files that have other content');
const quiet = () => new Option('--quiet', 'print failures only');
const strict = () => new Option('--strict', 'take every warning for a failure');
const paper = () => new Option('--paper <size>', 'paper').choices(['A4', 'Letter']);
const KINDS = ['invoice', 'credit-note', 'receipt'];
const json = () => new Option('--json', 'one JSON object per invoice on standard output');

function jobs(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is a number from 1 to 999.');
}

function documentOptions(command: Command): Command {
  return command
    .addOption(config())
    .option('--brand <name>', 'brand of the configuration')
    .option('--template <name>', 'template')
    .option('--locale <tag>', 'language and region, such as de-DE')
    .addOption(paper());
}

documentOptions(program.command('render'))
  .description('render invoices from JSON files, or from standard input (-)')
  .argument('<files...>', 'one invoice, an array, or Amberflo’s envelopes')
  .option('--customers <file>', 'customers (default: customers.json beside the invoices)')
  .addOption(new Option('--kind <kind>', 'what every document is').choices(KINDS))
  .option('--original <number>', 'number of the invoice that the credit note corrects')
  .option('--original-date <day>', 'its date, such as 2025-09-30')
  .option('--paid-on <day>', 'for a receipt: day of the payment')
  .option('--paid-by <means>', 'for a receipt: how it was paid')
  .option('--paid-reference <text>', 'for a receipt: the payment’s own reference')
  .addOption(folder())
  .addOption(force())
  .option('--csv', 'write the usage beside each PDF as usage.csv')
  .addOption(
    new Option('--format <format>', 'the PDF, the invoice as UBL (Peppol BIS 3), or both')
      .choices(['pdf', 'ubl', 'both'])
      .default('pdf'),
  )
  .addOption(json())
  .addOption(quiet())
  .addOption(strict())
  .option('--jobs <number>', 'threads that render (default: one for each processor)', jobs)
  .option('--timings', 'say how long each stage took, and how much there was to do')
  .action(async (files: string[], options) => {
    const { render } = await import('./cli/render.ts');
    process.exitCode = await render(files, options);
  });

program
  .command('fetch')
  .description('fetch customers and invoices from Amberflo as files that render reads')
  .option('--customer <id...>', 'these customers')
  .option('--all', 'all customers of the account')
  .option('--period <period>', 'invoices that end in a month such as 2026-10, a year or a day')
  .addOption(config())
  .addOption(folder())
  .addOption(force())
  .addOption(json())
  .addOption(quiet())
  .action(async (options) => {
    const { fetchInvoices } = await import('./cli/fetch.ts');
    process.exitCode = await fetchInvoices(options);
  });

documentOptions(program.command('statement'))
  .description('one statement of account over a customer’s invoices')
  .argument('<files...>', 'one invoice, an array, or Amberflo’s envelopes')
  .requiredOption('--customer <id>', 'whose statement')
  .requiredOption('--as-of <day>', 'the day of the statement, such as 2025-12-31')
  .addOption(folder())
  .addOption(force())
  .addOption(quiet())
  .addOption(strict())
  .action(async (files: string[], options) => {
    const { statement } = await import('./cli/statement.ts');
    process.exitCode = await statement(files, options);
  });

program
  .command('demo')
  .description('render the bundled samples, then do a whole billing run for a make-believe account')
  .option('--serve', 'serve a make-believe Amberflo account on this machine instead')
  .option('--port <number>', 'port for --serve (default: any that is free)', '0')
  .option('--customers <number>', 'customers of the account for --serve', '25')
  .option('--faults', 'with --serve: let every third answer go wrong')
  .addOption(folder())
  .addOption(json())
  .addOption(quiet())
  .action(async (options) => {
    if (options.serve) {
      const { demoServe } = await import('./cli/demo-serve.ts');
      process.exitCode = await demoServe(options);
      return;
    }
    const { demo } = await import('./cli/demo.ts');
    process.exitCode = await demo(options);
  });

addRunCommands(program);
addRecordCommands(program);

program
  .command('print')
  .description('print an HTML page: the page engine alone')
  .argument(
    '<page>',
    'HTML file; its pictures, style sheets and fonts lie in the same folder or below',
  )
  .addOption(folder())
  .addOption(force())
  .addOption(quiet())
  .addOption(strict())
  .action(async (page: string, options) => {
    const { print } = await import('./cli/print.ts');
    process.exitCode = print(page, options);
  });

program
  .command('boxes')
  .description('print every placed item of an HTML page as JSON')
  .argument('<page>', 'HTML file')
  .addOption(quiet())
  .addOption(strict())
  .action(async (page: string, options) => {
    const { boxes } = await import('./cli/boxes.ts');
    process.exitCode = boxes(page, options);
  });

const template = program.command('template').description('work on templates');
template
  .command('check')
  .description(
    'compile a template and check fields, helpers, style sheet and messages against the samples',
  )
  .argument('[name]', 'template', 'standard')
  .addOption(config())
  .action(async (name: string, options) => {
    const { checkTemplateNamed } = await import('./cli/template-check.ts');
    process.exitCode = checkTemplateNamed(name, options);
  });

template
  .command('new')
  .description('begin a template of your own as a copy of another one')
  .argument('<name>', 'small letters, digits and hyphens')
  .option('--from <template>', 'the template to copy', 'standard')
  .action(async (name: string, options) => {
    const { newTemplate } = await import('./cli/template-new.ts');
    process.exitCode = newTemplate(name, options);
  });

const configuration = program.command('config').description('work on the configuration');
configuration
  .command('check')
  .description('report everything wrong with the configuration')
  .argument('[file]', 'configuration file', 'platen.config.json')
  .action(async (file: string) => {
    const { checkConfig } = await import('./cli/config.ts');
    process.exitCode = checkConfig(file);
  });
configuration
  .command('schema')
  .description('print the JSON Schema of the configuration')
  .action(async () => {
    const { printSchema } = await import('./cli/config.ts');
    process.exitCode = printSchema();
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : EXIT_USAGE;
}
