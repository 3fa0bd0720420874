import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterEach, expect, test, vi } from 'vitest';
import { openS3Archive, type Bucket } from '../../src/archive/s3-archive.ts';
import { object } from './new-object.ts';

/** One answer of the made-up server. */
interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Call {
  readonly method: string;
  readonly headers: IncomingMessage['headers'];
}

let server: Server | null = null;

afterEach(() => {
  server?.close();
  server?.closeAllConnections();
  vi.unstubAllEnvs();
});

/** A server that gives these answers in turn, then the last one for ever. */
async function script(answers: readonly Answer[]): Promise<{ endpoint: string; calls: Call[] }> {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'k');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 's');
  const calls: Call[] = [];
  const made = createServer((request, response) => {
    const {
      status,
      headers = {},
      body = '',
    } = answers[Math.min(calls.length, answers.length - 1)] ?? { status: 500 };
    calls.push({ method: request.method ?? '', headers: request.headers });
    request
      .resume()
      .on('end', () =>
        response.writeHead(status, headers).end(request.method === 'HEAD' ? '' : body),
      );
  });
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  const address = made.address();
  return { endpoint: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, calls };
}

const bucket = (endpoint: string, more: Partial<Bucket> = {}): Bucket => ({
  bucket: 'invoices',
  prefix: '',
  region: 'eu-central-1',
  endpoint,
  pathStyle: true,
  encryption: 'none',
  ...more,
});

const error = (code: string) => `<Error><Code>${code}</Code><Message>no</Message></Error>`;

test('the request demands that nothing is there and carries both digests, lock and encryption', async () => {
  const { endpoint, calls } = await script([{ status: 200 }]);
  const archive = await openS3Archive(bucket(endpoint, { encryption: 'aws:kms', kmsKey: 'key-1' }));
  const one = object('a.pdf', 'one');
  await archive.put({
    ...one,
    retention: { mode: 'GOVERNANCE', until: '2037-01-01T00:00:00.000Z' },
  });
  expect(calls[0]).toMatchObject({
    method: 'PUT',
    headers: {
      'if-none-match': '*',
      'content-md5': '+XxdKZQb+xsv2rCHSQargg==',
      'x-amz-checksum-sha256': Buffer.from(one.sha256, 'hex').toString('base64'),
      'x-amz-meta-sha256': one.sha256,
      'x-amz-object-lock-mode': 'GOVERNANCE',
      'x-amz-object-lock-retain-until-date': '2037-01-01T00:00:00Z',
      'x-amz-server-side-encryption': 'aws:kms',
      'x-amz-server-side-encryption-aws-kms-key-id': 'key-1',
    },
  });
});

test('a conflict of two writers at once is tried again', async () => {
  const { endpoint, calls } = await script([
    { status: 409, body: error('ConditionalRequestConflict') },
    { status: 200 },
  ]);
  const archive = await openS3Archive(bucket(endpoint));
  expect(await archive.put(object('a.pdf', 'one'))).toMatchObject({
    kind: 'stored',
    already: false,
  });
  expect(calls.map(({ method }) => method)).toEqual(['PUT', 'PUT', 'HEAD']);
});

test('a server in trouble is asked again; one that stays so is unreachable', async () => {
  const { endpoint, calls } = await script([{ status: 500, body: error('InternalError') }]);
  const archive = await openS3Archive(bucket(endpoint));
  expect(await archive.put(object('a.pdf', 'one'))).toMatchObject({ kind: 'unreachable' });
  expect(calls).toHaveLength(5);
});

test('where the server keeps no digest the bytes themselves are compared', async () => {
  const answers = (there: string) => [
    { status: 412, body: error('PreconditionFailed') },
    {
      status: 200,
      headers: { 'content-length': '3', 'x-amz-meta-sha256': object('a', 'one').sha256 },
    },
    { status: 200, headers: { 'content-length': '3' }, body: there },
    { status: 200, headers: { 'content-length': '3' } },
  ];
  const same = await script(answers('one'));
  const archive = await openS3Archive(bucket(same.endpoint));
  expect(await archive.put(object('a.pdf', 'one'))).toMatchObject({
    kind: 'stored',
    already: true,
  });
  const other = await script(answers('two'));
  const changed = await openS3Archive(bucket(other.endpoint));
  expect(await changed.put(object('a.pdf', 'one'))).toMatchObject({ kind: 'conflict' });
});
