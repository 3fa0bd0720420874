import { openFolderArchive } from '../archive/folder-archive.ts';
import { failure } from '../failure.ts';
import type { Delivery, MailTransport, SendResult } from './mail.ts';

/** Files that are written at the same time. */
const AT_ONCE = 16;

/**
 * Mail as files: each message is written once, as `<key>.eml`, and stays as it is. The same message again is no second
 * mail; another one under the same key is refused.
 */
export async function openOutbox(folder: string): Promise<MailTransport> {
  const files = await openFolderArchive(folder);
  return {
    place: `folder ${folder}`,
    atOnce: AT_ONCE,
    send: (delivery) => send(delivery),
    close: () => files.close(),
  };

  async function send({ key, bytes, sha256 }: Delivery): Promise<SendResult> {
    const name = `${key}.eml`;
    const contentType = 'message/rfc822';
    const result = await files.put({ key: name, bytes, sha256, contentType, retention: null });
    switch (result.kind) {
      case 'stored':
        return { kind: 'sent', response: result.already ? `${name} was there` : `wrote ${name}` };
      case 'conflict':
        return { kind: 'failed', code: null, response: result.failure.message };
      case 'refused':
      case 'unreachable':
        return { kind: 'unreachable', failure: outboxFailure(folder, result.failure.found) };
    }
  }
}

function outboxFailure(folder: string, found: string | null) {
  return failure('mail', folder, 'The outbox folder cannot be written to', {
    expected: 'a folder with room and the right to write',
    found,
    hint: 'Set mail.outbox, or mend the folder; then start the run again.',
  });
}
