import { createHash } from 'node:crypto';
import type { PdfBytes, UnsignedPdf } from '../draw/pdf-bytes.ts';
import { failed, failure, success, type Outcome } from '../failure.ts';
import { attributesFor, signedData, type Unsigned } from './cms.ts';
import type { Sealing } from './draw-signed.ts';
import type { Identity, RemoteSigner, Signer } from './signer.ts';

/** Room for all that is not a certificate: attributes, algorithms, and the value of an RSA key of 8192 bits. */
const ROOM_BESIDES = 2500;

/** How many bytes a signature of this identity takes at most. */
export function signatureSize({ certificates }: Identity): number {
  return certificates.reduce((sum, { length }) => sum + length, ROOM_BESIDES);
}

/** Have every file signed with a key at hand. */
export function sealWith(signer: Signer, reason: string, location: string): Sealing {
  const size = signatureSize(signer);
  return { reason, location, size, sign: (pdf) => signPdf(pdf, signer) };
}

/** Sign a file (PAdES B-B, ETSI EN 319 142-1) with a key at hand. */
export function signPdf(pdf: UnsignedPdf, signer: Signer): Outcome<PdfBytes> {
  const unsigned = attributesFor(digestOf(pdf), signer);
  try {
    return place(pdf, signer, unsigned, signer.sign(unsigned.bytes));
  } catch (error) {
    return refused(error);
  }
}

/** Sign a file with a key that is held elsewhere. */
export async function signPdfRemotely(
  pdf: UnsignedPdf,
  signer: RemoteSigner,
): Promise<Outcome<PdfBytes>> {
  const unsigned = attributesFor(digestOf(pdf), signer);
  try {
    return place(pdf, signer, unsigned, await signer.sign(unsigned.bytes));
  } catch (error) {
    return refused(error);
  }
}

/** All bytes but the room of the signature. */
function digestOf({ bytes, room }: UnsignedPdf): Uint8Array {
  const hash = createHash('sha256');
  hash.update(bytes.subarray(0, room.start));
  hash.update(bytes.subarray(room.end));
  return hash.digest();
}

function place(
  { bytes, room, pages }: UnsignedPdf,
  identity: Identity,
  unsigned: Unsigned,
  value: Uint8Array,
): Outcome<PdfBytes> {
  const hex = Buffer.from(signedData(identity, unsigned, value)).toString('hex');
  const most = room.end - room.start - 2;
  if (hex.length > most) {
    const expected = `at most ${most / 2} bytes`;
    const found = `${hex.length / 2} bytes`;
    return failed([
      failure('signature', 'signature', 'The signature is too long', { expected, found }),
    ]);
  }
  const signed = Uint8Array.from(bytes);
  signed.set(Buffer.from(`<${hex.padEnd(most, '0')}>`, 'latin1'), room.start);
  return success({ kind: 'pdf', bytes: signed, pages });
}

function refused(error: unknown): Outcome<never> {
  const found = error instanceof Error ? error.message : String(error);
  const expected = 'a certificate and a key that signs';
  const hint = 'Check the certificate, and that the key belongs to it.';
  return failed([
    failure('signature', 'signature', 'The file could not be signed', { expected, found, hint }),
  ]);
}
