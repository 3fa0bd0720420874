import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The passphrase of the certificates that tests make. */
export const PASSPHRASE = 'Käufer & Söhne';

/** Whether certificates can be made here. */
export const hasOpenssl: boolean = (() => {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** A self-signed certificate with its key, made by openssl, as a PKCS #12 file. */
export function makeP12(kind: 'rsa' | 'ec'): { readonly file: string; readonly bytes: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'platen-p12-'));
  const [key, certificate, file] = ['key.pem', 'certificate.pem', 'seal.p12'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  const algorithm = kind === 'rsa' ? ['rsa:2048'] : ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
  const subject = ['-subj', '/CN=Halcyon Cloud GmbH/O=Halcyon/C=DE', '-days', '3650'];
  openssl(
    'req',
    '-x509',
    '-nodes',
    '-newkey',
    ...algorithm,
    ...subject,
    '-keyout',
    key,
    '-out',
    certificate,
  );
  openssl(
    'pkcs12',
    '-export',
    '-inkey',
    key,
    '-in',
    certificate,
    '-passout',
    `pass:${PASSPHRASE}`,
    '-out',
    file,
  );
  return { file, bytes: readFileSync(file) };
}

function openssl(...args: readonly string[]): void {
  execFileSync('openssl', args, { stdio: 'ignore' });
}
