import { Agent, request } from 'undici';

/** A certificate is a few kilobytes. */
const MOST_BYTES = 64 * 1024;
/** Amazon has one at a time for each region. */
const MOST_KEPT = 16;
const MILLISECONDS = 10_000;

/** Gets certificates over TLS, each once; whoever asks has made sure that the host is Amazon's. */
export function createCertificates(): (url: string) => Promise<string | null> {
  const kept = new Map<string, string>();
  const dispatcher = new Agent({
    headersTimeout: MILLISECONDS,
    bodyTimeout: MILLISECONDS,
    connectTimeout: MILLISECONDS,
    maxResponseSize: MOST_BYTES,
  });
  return async (url) => {
    const known = kept.get(url);
    if (known !== undefined) return known;
    try {
      const { statusCode, body } = await request(url, { dispatcher });
      const text = await body.text();
      if (statusCode !== 200) return null;
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(url, text);
      return text;
    } catch {
      return null;
    }
  };
}
