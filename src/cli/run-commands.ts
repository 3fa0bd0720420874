import { Option, type Command } from 'commander';

const folder = () => new Option('--out <folder>', 'where files are written').default('output');
const config = () =>
  new Option('--config <file>', 'configuration (default: platen.config.json, where there is one)');
const force = () => new Option('--force', 'replace files that have other content');
const quiet = () => new Option('--quiet', 'print failures only');
const json = () => new Option('--json', 'one JSON object per invoice on standard output');

/** Commands of the billing run: run, worker and status. */
export function addRunCommands(program: Command): void {
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
      const { run } = await import('./run.ts');
      process.exitCode = await run(options);
    });

  program
    .command('worker')
    .description('take jobs of runs; any number of machines against one PostgreSQL server')
    .addOption(config())
    .action(async (options) => {
      const { worker } = await import('./worker.ts');
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
      const { status } = await import('./status.ts');
      process.exitCode = await status(name, options);
    });
}

/** Commands on what runs have left: verify, export and bounces. */
export function addRecordCommands(program: Command): void {
  program
    .command('verify')
    .description('read archived files back, compare them with the ledger, say how they are kept')
    .argument('[numbers...]', 'invoice numbers; default: all')
    .option('--period <period>', 'a month such as 2026-10, or a year')
    .addOption(config())
    .addOption(json())
    .addOption(quiet())
    .action(async (numbers: string[], options) => {
      const { verify } = await import('./verify.ts');
      process.exitCode = await verify(numbers, options);
    });

  program
    .command('export')
    .description(
      'a period’s archived invoices as a ZIP file with a register, or the register alone',
    )
    .requiredOption('--period <period>', 'a month such as 2026-10, or a year')
    .addOption(
      new Option('--format <format>', 'what is made').choices(['zip', 'csv']).default('zip'),
    )
    .option('--customer <ids...>', 'these customers only')
    .addOption(folder())
    .addOption(force())
    .addOption(config())
    .addOption(quiet())
    .action(async (options) => {
      const { exportPeriod } = await import('./export.ts');
      process.exitCode = await exportPeriod(options);
    });

  program
    .command('bounces')
    .description(
      'record what mailboxes of bounces, or providers, report: mails that did not arrive, addresses to spare',
    )
    .argument('[folders...]', 'Maildir, or folder of message files; left as it is')
    .option(
      '--listen <address>',
      'take reports of mail.webhooks by HTTP, such as at 127.0.0.1:8025',
    )
    .addOption(config())
    .addOption(json())
    .addOption(quiet())
    .action(async (folders: string[], options) => {
      const { bounces } = await import('./bounces.ts');
      process.exitCode = await bounces(folders, options);
    });
}
