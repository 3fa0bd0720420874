import { expect, test } from 'vitest';
import { readArchived } from '../../src/ledger/read-archived.ts';
import { recordBounce, type BouncedMail } from '../../src/ledger/record-bounce.ts';
import { testLedger } from '../run/room.ts';

const KEY = '0123456789abcdef0123456789abcdef';

const gone: BouncedMail = {
  key: KEY,
  recipient: 'ap@acme.example',
  kind: 'failed',
  suppress: true,
  reason: '5.1.1 no such user',
  at: '2026-11-02T08:05:00.000Z',
};

test(
  'a report counts once, and only with the key of a mail to the same address; archived rows come page by page',
  { timeout: 180_000 },
  async () => {
    const ledger = await testLedger();
    await ledger.query(
      "INSERT INTO platen.run (run, period) VALUES ('r', '2026-10'), ('s', '2025-12')",
    );
    await ledger.query("INSERT INTO platen.body VALUES ('b', '')");
    await ledger.query(
      `INSERT INTO platen.invoice (run, invoice, uri, revision, customer, state, body, content, facts, sha256, bytes, archive_key)
     SELECT CASE WHEN n < 1100 THEN 'r' ELSE 's' END, 'i' || n, 'u' || n, 1, 'c', 'archived', 'b', 'c', '{}', 'h', n, 'k' || n FROM generate_series(1, 1102) n`,
    );
    await ledger.query(
      `INSERT INTO platen.mail (run, invoice, recipient, state, message_id)
     VALUES ('r', 'i1', 'AP@acme.example', 'sent', $1)`,
      [`<${KEY}@a.example>`],
    );

    expect(await recordBounce(ledger, { ...gone, key: null })).toBe('unknown');
    expect(await recordBounce(ledger, { ...gone, key: KEY.replace('0', '9') })).toBe('unknown');
    expect(await recordBounce(ledger, { ...gone, recipient: 'other@acme.example' })).toBe(
      'unknown',
    );
    expect(await recordBounce(ledger, { ...gone, kind: 'delayed', suppress: false })).toBe('seen');
    expect(await ledger.query('SELECT * FROM platen.suppression')).toEqual([]);

    expect(await recordBounce(ledger, gone)).toBe('bounced');
    expect(await recordBounce(ledger, gone)).toBe('seen');
    expect(await ledger.query('SELECT state, reason FROM platen.mail')).toEqual([
      { state: 'bounced', reason: '5.1.1 no such user' },
    ]);
    expect(await ledger.query('SELECT address, reason FROM platen.suppression')).toEqual([
      { address: 'ap@acme.example', reason: '5.1.1 no such user' },
    ]);

    const count = async (period: string | null) => {
      const keys = new Set<string>();
      for await (const { archive_key: key } of readArchived(ledger, period)) keys.add(key);
      return keys.size;
    };
    expect([
      await count(null),
      await count('2026-10'),
      await count('2025'),
      await count('20'),
    ]).toEqual([1102, 1099, 3, 0]);
    await ledger.close();
  },
);
