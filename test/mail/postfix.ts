import { execFile, execFileSync, spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const MASTER = '/usr/lib/postfix/sbin/master';

/** Why these tests cannot run here; null where they can. */
export const noPostfix: string | null = !existsSync(MASTER)
  ? 'skipped: no postfix; apt-get install postfix'
  : process.getuid?.() === 0
    ? null
    : 'skipped: postfix starts as root only';

/** A postfix of the test's own, with two mailboxes. */
export interface Postfix {
  readonly port: number;
  /** Messages in the mailbox of `ap@acme.example` or `bounces@ampere.example`, as they were delivered. */
  messages(box: 'acme' | 'bounces'): readonly string[];
  folder(box: 'acme' | 'bounces'): string;
  stop(): Promise<void>;
}

/** Start postfix on the loopback with a configuration, a queue and mailboxes of its own; nothing leaves this machine. */
export async function startPostfix(): Promise<Postfix> {
  const home = mkdtempSync('/var/tmp/platen-postfix-');
  const port = await freePort();
  execFileSync('chmod', ['755', home]);
  const mail = join(home, 'mail');
  mkdirSync(mail);
  chownSync(mail, NOBODY, NOBODY);
  for (const folder of ['config', 'queue', 'data']) mkdirSync(join(home, folder));
  execFileSync('chown', ['postfix', join(home, 'data')]);
  writeFileSync(join(home, 'config', 'main.cf'), mainConfig(home));
  writeFileSync(join(home, 'config', 'master.cf'), masterConfig(port));
  const postfix = (command: string) =>
    new Promise<void>((resolve, reject) => {
      execFile('/usr/sbin/postfix', ['-c', join(home, 'config'), command], (error, _out, words) =>
        error ? reject(new Error(`${words}\n${logOf(home)}`)) : resolve(),
      );
    });
  const child = spawn('/usr/sbin/postfix', ['-c', join(home, 'config'), 'start-fg'], {
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await answers(port, home);
  const folder = (box: string) => join(mail, box);
  return {
    port,
    folder,
    messages: (box) => messagesIn(folder(box)),
    stop: async () => {
      await postfix('stop').catch(() => child.kill('SIGKILL'));
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The user that mailboxes belong to. */
const NOBODY = 65534;

function mainConfig(home: string): string {
  return Object.entries({
    compatibility_level: '3.6',
    queue_directory: join(home, 'queue'),
    data_directory: join(home, 'data'),
    maillog_file: join(home, 'log'),
    maillog_file_prefixes: home,
    myhostname: 'mx.platen.example',
    mydestination: '',
    alias_maps: '',
    alias_database: '',
    local_recipient_maps: '',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    mynetworks: '127.0.0.0/8',
    default_transport: 'error:nothing leaves the test',
    relay_transport: 'error:nothing leaves the test',
    disable_dns_lookups: 'yes',
    smtpd_peername_lookup: 'no',
    recipient_delimiter: '+',
    smtpd_reject_unlisted_recipient: 'no',
    smtpd_relay_restrictions: 'permit_mynetworks, reject',
    smtpd_recipient_restrictions: 'permit_mynetworks, reject',
    virtual_mailbox_domains: 'acme.example, ampere.example',
    virtual_mailbox_maps:
      'inline:{ { ap@acme.example = acme/ }, { bounces@ampere.example = bounces/ } }',
    virtual_mailbox_base: join(home, 'mail'),
    virtual_uid_maps: `static:${NOBODY}`,
    virtual_gid_maps: `static:${NOBODY}`,
    virtual_minimum_uid: '1',
    message_size_limit: '20000000',
  })
    .map(([key, value]) => `${key} = ${value}\n`)
    .join('');
}

function masterConfig(port: number): string {
  return [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    'pickup unix n - n 60 1 pickup',
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 1 1 qmgr',
    'rewrite unix - - n - - trivial-rewrite',
    'bounce unix - - n - 0 bounce',
    'defer unix - - n - 0 bounce',
    'trace unix - - n - 0 bounce',
    'verify unix - - n - 1 verify',
    'flush unix n - n 1000? 0 flush',
    'proxymap unix - - n - - proxymap',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'virtual unix - n n - - virtual',
    'anvil unix - - n - 1 anvil',
    'postlog unix-dgram n - n - 1 postlogd',
    '',
  ].join('\n');
}

function messagesIn(folder: string): readonly string[] {
  const inbox = join(folder, 'new');
  return existsSync(inbox)
    ? readdirSync(inbox).map((name) => readFileSync(join(inbox, name), 'latin1'))
    : [];
}

function logOf(home: string): string {
  return existsSync(join(home, 'log'))
    ? readFileSync(join(home, 'log'), 'utf8').slice(-2000)
    : 'no log';
}

async function answers(port: number, home: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await greets(port)) return;
    await sleep(50);
  }
  throw new Error(`postfix did not answer within 10 seconds\n${logOf(home)}`);
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => resolve(socket.end('QUIT\r\n') !== undefined));
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
