import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { exportZip, registerOf, ZIP_LIMITS, type Export } from '../../src/archive/export-zip.ts';
import { openFolderArchive } from '../../src/archive/folder-archive.ts';
import { object } from './new-object.ts';
import { receipt } from './receipts.ts';

const keys = ['2026-10/acme/INV-1.pdf', '2026-10/acme/INV-2.pdf', '2026-10/süd/INV-3.pdf'];

async function given(change: Partial<Export> = {}): Promise<Export & { readonly out: string }> {
  const root = mkdtempSync(join(tmpdir(), 'platen-export-'));
  const archive = await openFolderArchive(join(root, 'archive'));
  for (const key of keys) await archive.put(object(key, key));
  const out = join(root, 'out');
  return {
    archive,
    receipts: keys.map((key) => receipt(key, key)),
    fileOf: (part) => join(out, `invoices-${part}.zip`),
    force: false,
    limits: ZIP_LIMITS,
    out,
    ...change,
  };
}

test('the files and the register are in the ZIP, and the same again gives the same bytes', async () => {
  const one = await given();
  expect(await exportZip(one)).toEqual({ files: [one.fileOf(1)], failures: [] });
  const bytes = readFileSync(one.fileOf(1));
  const entries = unzipSync(bytes);
  expect(Object.keys(entries)).toEqual(['register.csv', ...keys]);
  expect(strFromU8(entries[keys[2] ?? ''] ?? new Uint8Array())).toBe(keys[2]);
  const two = await given();
  await exportZip(two);
  expect(Buffer.compare(bytes, readFileSync(two.fileOf(1)))).toBe(0);
  expect(readdirSync(two.out)).toEqual(['invoices-1.zip']);
});

test('what is too much for one ZIP file goes on in the next', async () => {
  const one = await given({ limits: { bytes: ZIP_LIMITS.bytes, entries: 3 } });
  const { files } = await exportZip(one);
  expect(files).toEqual([one.fileOf(1), one.fileOf(2)]);
  const names = files.map((file) => Object.keys(unzipSync(readFileSync(file))));
  expect(names).toEqual([
    ['register.csv', keys[0], keys[1]],
    ['register.csv', keys[2]],
  ]);
});

test('a file that is not what the ledger says is left out and named', async () => {
  const receipts = [
    receipt('2026-10/acme/INV-1.pdf', 'other'),
    receipt('none.pdf', 'x'),
    receipt(keys[1] ?? '', keys[1] ?? ''),
  ];
  const one = await given({ receipts });
  const { failures } = await exportZip(one);
  expect(failures).toMatchObject([
    { found: 'other content' },
    { found: 'no such file in the archive' },
  ]);
  expect(Object.keys(unzipSync(readFileSync(one.fileOf(1))))).toEqual(['register.csv', keys[1]]);
});

test('an export that is there already stays unless it is the same or is to be replaced', async () => {
  const one = await given();
  await exportZip(one);
  expect((await exportZip(one)).failures).toEqual([]);
  writeFileSync(one.fileOf(1), 'mine');
  expect((await exportZip(one)).failures).toMatchObject([{ place: one.fileOf(1) }]);
  expect(readFileSync(one.fileOf(1), 'utf8')).toBe('mine');
  expect((await exportZip({ ...one, force: true })).failures).toEqual([]);
  expect(readFileSync(one.fileOf(1)).length).toBeGreaterThan(100);
});

test('the register is what spreadsheets read, and no name in it is a formula', () => {
  const lines = registerOf([
    receipt('a.pdf', 'a', { customerName: 'Müller, "Süd" KG', due: '-5.00' }),
    receipt('b.pdf', 'b', {
      customerName: '=HYPERLINK("http://evil.example")',
      customerId: '@x\r\n',
      net: '',
    }),
  ]).split('\r\n');
  expect(lines[0]).toBe(
    '\ufeffnumber,revision,date,period,customer_id,customer,currency,net,tax,gross,due,file,sha256',
  );
  expect(lines[1]).toContain('acme,"Müller, ""Süd"" KG",EUR,100.00,19.00,119.00,-5.00,a.pdf,');
  expect(lines[2]).toContain(`'@x ,"'=HYPERLINK(""http://evil.example"")",EUR,,19.00`);
  expect(lines).toHaveLength(4);
});
