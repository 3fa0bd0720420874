import type { Resource, World } from '../world.ts';

const DATA = /^data:([^,]*),/i;

/** The bytes that a URL names: a `data:` URL's own, or a file of the declared folders. Nothing else is ever read. */
export function loadResource(url: string, world: World): Resource | null {
  const match = DATA.exec(url.slice(0, 200));
  if (!match) return /^[a-z][a-z0-9+.-]*:/i.test(url) ? null : world.resource(decodePath(url));
  const body = url.slice(match[0].length);
  const encoded = /;\s*base64\s*$/i.test(match[1] ?? '');
  return { name: 'data: URL', bytes: encoded ? fromBase64(body) : fromPercent(body) };
}

/** What is wrong where a URL names nothing that can be read; `what` is the thing that was looked for. */
export function missingResource(url: string, what: string, world: World): string {
  const shown = url === '' ? 'without src' : url.slice(0, 80);
  const isFile = !/^[a-z][a-z0-9+.-]*:/i.test(url);
  if (isFile && world.isTooLarge(decodePath(url))) return `the file ${shown} is larger than 32 MiB`;
  return `there is no ${what} ${shown}`;
}

function fromBase64(body: string): Uint8Array {
  const plain = body.includes('%') ? percentDecoded(body).toString('latin1') : body;
  return new Uint8Array(Buffer.from(plain, 'base64'));
}

const fromPercent = (body: string): Uint8Array => new Uint8Array(percentDecoded(body));

/** RFC 2397: bytes as %XX, everything else as it is in UTF-8. */
function percentDecoded(body: string): Buffer {
  const parts = body.split(/((?:%[0-9a-f]{2})+)/i);
  return Buffer.concat(
    parts.map((part, index) =>
      index % 2 === 1 ? Buffer.from(part.replaceAll('%', ''), 'hex') : Buffer.from(part, 'utf8'),
    ),
  );
}

function decodePath(url: string): string {
  return /%[0-9a-f]{2}/i.test(url) ? percentDecoded(url).toString('utf8') : url;
}
