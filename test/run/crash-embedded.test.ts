import { expect, test } from 'vitest';
import { DEMO_ACCOUNT } from '../../src/fake-amberflo/account.ts';
import { MANY_FAULTS } from '../../src/fake-amberflo/faults.ts';
import { serveAmberflo } from '../../src/fake-amberflo/serve-amberflo.ts';
import { archived, openOffice, start, statusOf } from './billing.ts';
import { expectExactlyOnce, killAlong, killPoints } from './crash.ts';
import { startMailServer } from './mail-server.ts';
import { random } from './random.ts';

const SIZE = Number(process.env['PLATEN_CRASH_SIZE'] ?? 300);
const KILLS = 10;
const RUN = ['run', '--period', '2026-10', '--quiet'];
const account = { ...DEMO_ACCOUNT, customers: SIZE, hours: 'none', projects: 0 } as const;

test(`${SIZE} invoices on the embedded ledger, ${KILLS} times killed: all archived once, mailed once`, async () => {
  const [calm, bad] = await Promise.all([
    serveAmberflo({ account }),
    serveAmberflo({ account, faults: MANY_FAULTS }),
  ]);
  const server = await startMailServer();
  try {
    const quiet = openOffice({ amberflo: calm.url });
    const undisturbed = await start(quiet, RUN).ended;
    expect(undisturbed.code, undisturbed.err).toBe(0);

    const office = openOffice({ amberflo: bad.url, smtpPort: server.port });
    const begin = () => start(office, RUN);
    const processes = [begin()];
    const points = killPoints(7, KILLS, SIZE * 1.7);
    const { accepted } = server;
    const next = random(11);
    const kills = await killAlong({ office, accepted, points, next, processes, revive: begin });
    expect(kills).toBe(KILLS);
    const ended = await processes[0]?.ended;
    expect(ended?.code, ended?.err).toBe(0);
    const status = await statusOf(office);
    expectExactlyOnce({
      ...{ office, accepted, status, kills },
      undisturbed: archived(quiet),
      inHand: 8,
    });
  } finally {
    await Promise.all([calm.close(), bad.close(), server.close()]);
  }
}, 600_000);
