import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_ACCOUNT } from '../../src/fake-amberflo/account.ts';
import { serveAmberflo, type FakeAmberflo } from '../../src/fake-amberflo/serve-amberflo.ts';
import { copyLedger } from '../ledger/copy-ledger.ts';
import { archived, openOffice, start, statusOf } from './billing.ts';
import { readOnly, smallDisk } from './disk.ts';
import { startMailServer } from './mail-server.ts';
import { postgresPrograms, startPostgres } from './postgres.ts';

const LONG = 900_000;
const CUSTOMERS = 5;
const RUN = ['run', '--period', '2026-10'];
const account = { ...DEMO_ACCOUNT, customers: CUSTOMERS, hours: 'none', projects: 0 } as const;
const config = { run: { processes: 1, patience: 1, mailRetrySeconds: 0 } };

let fake: FakeAmberflo;
beforeAll(async () => {
  fake = await serveAmberflo({ account });
});
afterAll(() => fake.close());

const GOES_ON = 'Start it again to go on.';

test(
  'a wrong key, a read-only archive, no mail server: each stops the run, says what to do, loses nothing',
  async () => {
    const server = await startMailServer();
    const office = openOffice({ amberflo: fake.url, smtpPort: server.port, config });
    await copyLedger(join(office.folder, 'output', 'ledger'));
    const wrong = { ...office, environment: { AMBERFLO_API_KEY: 'not-the-key-9f2c' } };
    const refused = await start(wrong, RUN).ended;
    expect(refused.code, refused.err).toBe(3);
    expect(refused.err).toContain('AMBERFLO_API_KEY');
    expect(refused.err).not.toContain('9f2c');

    const disk = readOnly(join(office.folder, 'output', 'archive'));
    if (disk.refused === null) {
      const locked = await start(office, RUN).ended;
      disk.end();
      expect(locked.code, locked.err).toBe(3);
      expect(locked.err).toContain(GOES_ON);
    }
    await server.close();
    const silent = await start(office, RUN).ended;
    expect(silent.code, silent.err).toBe(3);
    expect(silent.err).toContain(`127.0.0.1:${server.port}`);
    expect(silent.err).toContain(GOES_ON);
    expect(archived(office).size).toBe(CUSTOMERS);

    const again = await startMailServer(server.port);
    const ended = await start(office, RUN).ended;
    expect(ended.code, ended.err).toBe(0);
    const mails = (await statusOf(office)).flatMap(({ mails: all }) => all);
    expect(mails.map(({ state, maybeTwice }) => `${state} ${maybeTwice}`)).toEqual(
      Array.from({ length: CUSTOMERS }, () => 'sent false'),
    );
    expect(again.accepted).toHaveLength(CUSTOMERS);
    await again.close();
    const ledger = join(office.folder, 'output', 'ledger');
    expect(statSync(ledger).mode & 0o077).toBe(0);
  },
  LONG,
);

test(
  'a full disk stops the run; with room again it goes on',
  async (context) => {
    const office = openOffice({ amberflo: fake.url, config });
    const output = join(office.folder, 'output');
    const disk = smallDisk(output, 120);
    if (disk.refused !== null) context.skip(disk.refused);
    try {
      const first = await start(office, [...RUN, '--steps', 'fetch']).ended;
      expect(first.code, first.err).toBe(0);
      const ballast = join(output, 'ballast');
      fill(ballast);
      const full = await start(office, RUN).ended;
      expect(full.code, full.err).toBe(3);
      expect(full.err).toMatch(/disk|space/i);
      rmSync(ballast);
      const ended = await start(office, RUN).ended;
      expect(ended.code, ended.err).toBe(0);
      expect(archived(office).size).toBe(CUSTOMERS);
    } finally {
      disk.end();
    }
  },
  LONG,
);

/** Write until nothing more fits. */
function fill(file: string): void {
  for (const size of [1 << 20, 1 << 12]) {
    const chunk = Buffer.alloc(size, 1);
    try {
      for (;;) writeFileSync(file, chunk, { flag: 'a' });
    } catch {
      continue;
    }
  }
}

const programs = postgresPrograms();

test.skipIf(programs === null)(
  'a database that goes away stops the run; when it is back the run goes on (skipped without PostgreSQL)',
  async () => {
    const database = await startPostgres(programs ?? '');
    const environment = { PLATEN_LEDGER_URL: database.url };
    const office = openOffice({ amberflo: fake.url, config, environment });
    const first = start(office, RUN);
    while (!existsSync(join(office.folder, 'output', 'archive', '2026-10')))
      await new Promise((done) => setTimeout(done, 20));
    await database.kill();
    const lost = await first.ended;
    expect(lost.code, lost.err).toBe(3);
    expect(lost.err).toContain('start the run again');
    const down = await start(office, RUN).ended;
    expect(down.code, down.err).toBe(3);
    await database.start();
    const ended = await start(office, RUN).ended;
    expect(ended.code, ended.err).toBe(0);
    expect(archived(office).size).toBe(CUSTOMERS);
    await database.close();
  },
  LONG,
);
