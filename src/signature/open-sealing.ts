import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SignatureConfig } from '../config/schema-signature.ts';
import { andThen, failed, failure, success, type Outcome } from '../failure.ts';
import type { Sealing } from './draw-signed.ts';

/** Where a passphrase may come from: the variables of the process. */
type Environment = Readonly<Record<string, string | undefined>>;

/** Open the certificate that the configuration names; null where files are not signed. */
export async function openSealing(
  { signature }: { readonly signature?: SignatureConfig | undefined },
  folder: string | null,
  environment: Environment,
): Promise<Outcome<Sealing | null>> {
  if (signature === undefined) return success(null);
  const { reason, location } = signature;
  const p12 = readBytes(signature.p12, folder, 'signature.p12');
  const passphrase = passphraseOf(signature, folder, environment);
  if (!p12.ok) return p12;
  if (!passphrase.ok) return passphrase;
  const { readP12 } = await import('./read-p12.ts');
  const { sealWith } = await import('./sign-pdf.ts');
  const read = await readP12(p12.value, passphrase.value);
  return andThen(read, (signer) => success(sealWith(signer, reason, location)));
}

/** From a file, without the line end that editors put there, or from the environment; never from an argument. */
function passphraseOf(
  { passphraseFile, passphraseEnv }: SignatureConfig,
  folder: string | null,
  environment: Environment,
): Outcome<string> {
  if (passphraseFile !== undefined) {
    return andThen(readBytes(passphraseFile, folder, 'signature.passphraseFile'), (bytes) =>
      success(
        Buffer.from(bytes)
          .toString('utf8')
          .replace(/\r?\n$/, ''),
      ),
    );
  }
  const passphrase = environment[passphraseEnv];
  if (passphrase !== undefined) return success(passphrase);
  return failed([
    failure('signature', 'signature.passphraseEnv', 'There is no passphrase', {
      expected: `the variable ${passphraseEnv}`,
      found: 'nothing',
      hint: 'Set it, or name a file with signature.passphraseFile.',
    }),
  ]);
}

function readBytes(file: string, folder: string | null, place: string): Outcome<Uint8Array> {
  const path = resolve(folder ?? '.', file);
  try {
    return success(readFileSync(path));
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    const details = { expected: `a file ${path}`, found };
    return failed([failure('signature', place, 'The file could not be read', details)]);
  }
}
