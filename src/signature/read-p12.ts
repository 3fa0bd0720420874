import {
  createPrivateKey,
  createPublicKey,
  sign,
  X509Certificate,
  type KeyObject,
} from 'node:crypto';
import {
  CertBag,
  Certificate,
  PFX,
  PKCS8ShroudedKeyBag,
  type SafeBag,
  type SafeContents,
} from 'pkijs';
import { failed, failure, success, type Outcome } from '../failure.ts';
import type { SignatureAlgorithm, Signer } from './signer.ts';

/** Read a PKCS #12 file: a key with its certificate and those that vouch for it. */
export async function readP12(bytes: Uint8Array, passphrase: string): Promise<Outcome<Signer>> {
  try {
    const bags = await openBags(bytes, passphrase);
    return signerOf(certificatesIn(bags), keyIn(bags));
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : String(error));
  }
}

/** Integrity first: a wrong passphrase is told by the file's own MAC. */
async function openBags(bytes: Uint8Array, passphrase: string): Promise<readonly SafeBag[]> {
  const password = Uint8Array.from(Buffer.from(passphrase, 'utf8')).buffer;
  const pfx = PFX.fromBER(bytes);
  await pfx.parseInternalValues({ password, checkIntegrity: true });
  const safe = pfx.parsedValue?.authenticatedSafe;
  if (safe === undefined) throw new Error('it holds nothing');
  const contents = safe.safeContents.map(() => ({ password }));
  await safe.parseInternalValues({ safeContents: contents });
  const parsed = safe.parsedValue.safeContents as readonly { readonly value: SafeContents }[];
  const bags = parsed.flatMap(({ value }) => value.safeBags);
  for (const { bagValue } of bags) {
    if (bagValue instanceof PKCS8ShroudedKeyBag) await open(bagValue, password);
  }
  return bags;
}

async function open(bag: PKCS8ShroudedKeyBag, password: ArrayBuffer): Promise<void> {
  // pkijs declares this as protected, and calls it for no file of its own.
  const opener = bag as unknown as { parseInternalValues(how: object): Promise<void> };
  await opener.parseInternalValues({ password });
}

function certificatesIn(bags: readonly SafeBag[]): readonly Uint8Array[] {
  return bags.flatMap(({ bagValue }) => {
    const held = bagValue instanceof CertBag ? bagValue.parsedValue : null;
    return held instanceof Certificate ? [new Uint8Array(held.toSchema().toBER())] : [];
  });
}

function keyIn(bags: readonly SafeBag[]): KeyObject | null {
  for (const { bagValue } of bags) {
    const info = bagValue instanceof PKCS8ShroudedKeyBag ? bagValue.parsedValue : undefined;
    if (info === undefined) continue;
    const key = Buffer.from(info.toSchema().toBER());
    return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  }
  return null;
}

const ALGORITHMS: Readonly<Record<string, SignatureAlgorithm>> = {
  rsa: 'rsa-sha256',
  ec: 'ecdsa-sha256',
};

/** The certificate of the key stands first, whatever the order in the file. */
function signerOf(certificates: readonly Uint8Array[], key: KeyObject | null): Outcome<Signer> {
  if (key === null) return unreadable('no private key');
  const algorithm = ALGORITHMS[key.asymmetricKeyType ?? ''];
  if (algorithm === undefined) return unreadable(`a key of kind ${key.asymmetricKeyType ?? '?'}`);
  const point = createPublicKey(key);
  const own = certificates.find((one) => new X509Certificate(one).publicKey.equals(point));
  if (own === undefined) return unreadable('no certificate of its private key');
  return success({
    certificates: [own, ...certificates.filter((one) => one !== own)],
    algorithm,
    sign: (bytes) => sign('sha256', bytes, key),
  });
}

function unreadable(found: string): Outcome<never> {
  const message = 'The signing certificate could not be read';
  const expected = 'a PKCS #12 file with a key and its certificate, and its passphrase';
  return failed([failure('signature', 'signature.p12', message, { expected, found })]);
}
