import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_ACCOUNT } from '../../src/fake-amberflo/account.ts';
import { MANY_FAULTS } from '../../src/fake-amberflo/faults.ts';
import { serveAmberflo, type FakeAmberflo } from '../../src/fake-amberflo/serve-amberflo.ts';
import { copyLedger } from '../ledger/copy-ledger.ts';
import { archived, openOffice, start, statusOf } from './billing.ts';
import { expectExactlyOnce, killAlong, killPoints } from './crash.ts';
import { startMailServer } from './mail-server.ts';
import { postgresPrograms, startPostgres } from './postgres.ts';
import { random } from './random.ts';

/** Invoices in the gate; `npm run test:run` says 3000. One undisturbed run is what both are compared with. */
const SIZE = Number(process.env['PLATEN_RUN_SIZE'] ?? 300);
const LONG = 3_600_000;
const RUN = ['run', '--period', '2026-10', '--quiet'];
const account = { ...DEMO_ACCOUNT, customers: SIZE, hours: 'none', projects: 0 } as const;
const config = { run: { processes: 1, mailRetrySeconds: 1 } };

let calm: FakeAmberflo;
let bad: FakeAmberflo;
let undisturbed: ReadonlyMap<string, string>;

beforeAll(async () => {
  calm = await serveAmberflo({ account });
  bad = await serveAmberflo({ account, faults: MANY_FAULTS });
  const office = openOffice({ amberflo: calm.url });
  await copyLedger(join(office.folder, 'output', 'ledger'));
  const { code, err } = await start(office, RUN).ended;
  expect(code, err).toBe(0);
  undisturbed = archived(office);
  expect(undisturbed.size).toBeGreaterThan(SIZE * 0.8);
}, LONG);
afterAll(() => Promise.all([calm.close(), bad.close()]));

test(
  `${SIZE} invoices on the embedded ledger, killed 10 times: all archived once and mailed once`,
  async () => {
    const server = await startMailServer();
    const office = openOffice({ amberflo: bad.url, smtpPort: server.port, config });
    await copyLedger(join(office.folder, 'output', 'ledger'));
    const begin = () => start(office, RUN);
    const processes = [begin()];
    const { accepted } = server;
    const points = killPoints(7, 10, SIZE * 1.7);
    const kills = await killAlong({
      ...{ office, accepted, points, processes },
      next: random(11),
      revive: begin,
    });
    expect(kills).toBe(10);
    const ended = await processes[0]?.ended;
    expect(ended?.code, ended?.err).toBe(0);
    const status = await statusOf(office);
    expectExactlyOnce({ office, undisturbed, accepted, status, kills, inHand: 1 });
    await server.close();
  },
  LONG,
);

const programs = postgresPrograms();

test.skipIf(programs === null)(
  `${SIZE} invoices on PostgreSQL, 3 workers, killed 12 times: the same (skipped without Debian's postgresql)`,
  async () => {
    const server = await startMailServer();
    const database = await startPostgres(programs ?? '');
    const environment = { PLATEN_LEDGER_URL: database.url };
    const office = openOffice({ amberflo: bad.url, smtpPort: server.port, config, environment });
    const begin = (index: number) => start(office, index === 0 ? RUN : ['worker']);
    const processes = [begin(0), begin(1), begin(2)];
    const { accepted } = server;
    const points = killPoints(3, 12, SIZE * 1.7);
    const kills = await killAlong({
      ...{ office, accepted, points, processes },
      next: random(5),
      revive: begin,
    });
    expect(kills).toBe(12);
    const ended = await processes[0]?.ended;
    expect(ended?.code, ended?.err).toBe(0);
    for (const one of processes.slice(1)) one.child.kill('SIGTERM');
    const workers = await Promise.all(processes.slice(1).map((one) => one.ended));
    expect(workers.map(({ code }) => code)).toEqual([0, 0]);
    const status = await statusOf(office);
    expectExactlyOnce({ office, undisturbed, accepted, status, kills, inHand: 1 });
    await Promise.all([server.close(), database.close()]);
  },
  LONG,
);
