import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawUnsigned } from '../../src/draw/draw-pages.ts';
import type { UnsignedPdf } from '../../src/draw/pdf-bytes.ts';
import { readP12 } from '../../src/signature/read-p12.ts';
import { signatureSize, signPdf, signPdfRemotely } from '../../src/signature/sign-pdf.ts';
import type { Signer } from '../../src/signature/signer.ts';
import { at, documentOf, makeTag, shaped, textMark } from '../draw/sample.ts';
import { hasOpenssl, makeP12, PASSPHRASE } from './make-p12.ts';

const root = makeTag('Document', 0, null);
const paragraph = makeTag('P', 1, root);

function unsigned(signer: Signer): UnsignedPdf {
  const document = documentOf([at(10, 10, textMark(shaped('Invoice'), { tag: paragraph }))]);
  const seal = { name: 'Halcyon', reason: 'Käufer (1)', location: '', size: signatureSize(signer) };
  const outcome = drawUnsigned(document, seal);
  if (!outcome.ok) throw new Error('not drawn');
  return outcome.value;
}

async function signerOf(kind: 'rsa' | 'ec'): Promise<Signer> {
  const read = await readP12(makeP12(kind).bytes, PASSPHRASE);
  if (!read.ok) throw new Error(JSON.stringify(read.failures));
  return read.value;
}

function signed(signer: Signer): Uint8Array {
  const outcome = signPdf(unsigned(signer), signer);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
  return outcome.value.bytes;
}

function pdfsig(bytes: Uint8Array): string {
  const file = join(mkdtempSync(join(tmpdir(), 'platen-sign-')), 'signed.pdf');
  writeFileSync(file, bytes);
  return execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' });
}

describe.skipIf(!hasOpenssl)(`signatures${hasOpenssl ? '' : ' (skipped: no openssl)'}`, () => {
  let rsa: Signer;
  beforeAll(async () => {
    rsa = await signerOf('rsa');
  });

  test('all bytes but the room of the signature are signed, and nothing else changes', () => {
    const before = unsigned(rsa);
    const after = Buffer.from(signed(rsa));
    const { start, end } = before.room;
    expect(after.subarray(0, start).equals(before.bytes.subarray(0, start))).toBe(true);
    expect(after.subarray(end).equals(before.bytes.subarray(end))).toBe(true);
    const range = `/ByteRange[0 ${start} ${end} ${after.length - end}]`;
    expect(after.toString('latin1').split(range)).toHaveLength(2);
    expect([after[start], after[end - 1]]).toEqual([0x3c, 0x3e]);
  });

  test('an RSA key gives equal bytes for equal documents', () => {
    expect(signed(rsa)).toEqual(signed(rsa));
  });

  test('a key held elsewhere gives the same file', async () => {
    const remote = { ...rsa, sign: (bytes: Uint8Array) => Promise.resolve(rsa.sign(bytes)) };
    const outcome = await signPdfRemotely(unsigned(rsa), remote);
    expect(outcome.ok && outcome.value.bytes).toEqual(signed(rsa));
  });

  test('no signing time is stated, but the certificate is (PAdES B-B)', () => {
    const text = Buffer.from(signed(rsa)).toString('latin1').toLowerCase();
    const signingTime = '06092a864886f70d010905';
    const signingCertificateV2 = '060b2a864886f70d010910022f';
    expect(text).not.toContain(signingTime);
    expect(text).toContain(signingCertificateV2);
  });

  test('a key that refuses, and a signature too long, are failures', () => {
    const refusing = signPdf(unsigned(rsa), {
      ...rsa,
      sign: () => {
        throw new Error('no such key');
      },
    });
    expect(refusing.ok ? [] : refusing.failures).toMatchObject([{ found: 'no such key' }]);
    const long = signPdf(unsigned(rsa), { ...rsa, sign: () => new Uint8Array(9000) });
    expect(long.ok ? [] : long.failures).toMatchObject([{ message: 'The signature is too long' }]);
  });

  test('a wrong passphrase and a file of another kind are failures', async () => {
    const wrong = await readP12(makeP12('rsa').bytes, 'wrong');
    const other = await readP12(Buffer.from('not a certificate'), PASSPHRASE);
    expect([wrong.ok, other.ok]).toEqual([false, false]);
  });

  describe.skipIf(!existsSync('/usr/bin/pdfsig'))('pdfsig (skipped where it is absent)', () => {
    test('calls it valid and all of the document signed', () => {
      const said = pdfsig(signed(rsa));
      expect(said).toContain('Signature is Valid.');
      expect(said).toContain('Total document signed');
      expect(said).toContain('ETSI.CAdES.detached');
    });

    test('takes elliptic curves too', async () => {
      expect(pdfsig(signed(await signerOf('ec')))).toContain('Signature is Valid.');
    });

    test('notices a changed byte', () => {
      const bytes = Uint8Array.from(signed(rsa));
      const at = Buffer.from(bytes).indexOf('Sample</rdf:li>');
      expect(at).toBeGreaterThan(10);
      bytes[at] = 'X'.charCodeAt(0);
      expect(pdfsig(bytes)).not.toContain('Signature is Valid.');
    });
  });
});
