import type { PressOptions } from '../press.ts';
import { openSealing } from '../signature/open-sealing.ts';
import type { Reply, Request } from './render-process.ts';
import { openRoom, renderTasks, type RenderRoom } from './render-task.ts';

/** The room of this process; each has its own fonts and templates. */
let room: Promise<RenderRoom> | null = null;

async function open(options: PressOptions): Promise<RenderRoom> {
  return openRoom(await withSealing(options));
}

/** A key cannot cross to a process, so each opens it; whoever started the run has made sure that it opens. */
async function withSealing(options: PressOptions): Promise<PressOptions> {
  const sealing = await openSealing(options.config ?? {}, options.brandFolder ?? null, process.env);
  if (!sealing.ok) throw new Error(sealing.failures.map(({ message }) => message).join('; '));
  return { ...options, sealing: sealing.value };
}

async function replyTo(request: Request & { readonly kind: 'render' }): Promise<Reply> {
  try {
    if (room === null) throw new Error('a task before what all tasks share');
    return { kind: 'answers', answers: renderTasks(request.tasks, await room) };
  } catch (error) {
    return { kind: 'thrown', message: error instanceof Error ? error.message : String(error) };
  }
}

process.on('message', (message) => {
  const request = message as Request;
  if (request.kind === 'open') room = open(request.press);
  else void replyTo(request).then((reply) => process.send?.(reply));
});
// Whoever started this process decides when it ends; a signal to the whole group is for him to answer.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => process.exit());
