#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander';
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
  .addOption(json())
  .addOption(quiet())
  .addOption(strict())
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

program
  .command('run')
  .description('fetch, render, archive and mail a period’s invoices; started again, it goes on')
  .requiredOption('--period <month>', 'billing period, such as 2026-10')
  .option('--customer <ids...>', 'these customers only')
  .option('--steps <list>', 'some of fetch,render,archive,mail')
  .option('--dry-run', 'say what would be done, and keep nothing')
  .option('--resend-revisions', 'mail corrected invoices too')
  .option('--report <file>', 'write the whole report as JSON')
  .addOption(config())
  .addOption(json())
  .addOption(quiet())
  .action(async (options) => {
    const { run } = await import('./cli/run.ts');
    process.exitCode = await run(options);
  });

program
  .command('worker')
  .description('take jobs of runs; any number of machines against one PostgreSQL server')
  .addOption(config())
  .action(async (options) => {
    const { worker } = await import('./cli/worker.ts');
    process.exitCode = await worker(options);
  });

program
  .command('status')
  .description('every invoice of a run, and why it stands where it stands')
  .argument('[run]', 'the run’s period; default: the newest run')
  .option('--report <file>', 'write the whole report as JSON')
  .addOption(config())
  .addOption(json())
  .addOption(quiet())
  .action(async (name: string | undefined, options) => {
    const { status } = await import('./cli/status.ts');
    process.exitCode = await status(name, options);
  });

program
  .command('verify')
  .description('read archived files back, compare them with the ledger, say how they are kept')
  .argument('[numbers...]', 'invoice numbers; default: all')
  .option('--period <period>', 'a month such as 2026-10, or a year')
  .addOption(config())
  .addOption(json())
  .addOption(quiet())
  .action(async (numbers: string[], options) => {
    const { verify } = await import('./cli/verify.ts');
    process.exitCode = await verify(numbers, options);
  });

program
  .command('export')
  .description('a period’s archived invoices as a ZIP file with a register, or the register alone')
  .requiredOption('--period <period>', 'a month such as 2026-10, or a year')
  .addOption(new Option('--format <format>', 'what is made').choices(['zip', 'csv']).default('zip'))
  .option('--customer <ids...>', 'these customers only')
  .addOption(folder())
  .addOption(force())
  .addOption(config())
  .addOption(quiet())
  .action(async (options) => {
    const { exportPeriod } = await import('./cli/export.ts');
    process.exitCode = await exportPeriod(options);
  });

program
  .command('bounces')
  .description(
    'record what mailboxes of bounces report: mails that did not arrive, addresses to spare',
  )
  .argument('<folders...>', 'Maildir, or folder of message files; left as it is')
  .addOption(config())
  .addOption(json())
  .addOption(quiet())
  .action(async (folders: string[], options) => {
    const { bounces } = await import('./cli/bounces.ts');
    process.exitCode = await bounces(folders, options);
  });

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
