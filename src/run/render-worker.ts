import { workerData } from 'piscina';
import type { PressOptions } from '../press.ts';
import { openSealing } from '../signature/open-sealing.ts';
import { openRoom, renderTask } from './render-task.ts';
import type { RenderAnswer, RenderTask } from './task.ts';

/** The room of this thread; each has its own fonts and templates. */
const room = openRoom(await withSealing(workerData as PressOptions));

/** A key cannot cross to a thread, so each opens it; whoever started the run has made sure that it opens. */
async function withSealing(options: PressOptions): Promise<PressOptions> {
  const sealing = await openSealing(options.config ?? {}, options.brandFolder ?? null, process.env);
  if (!sealing.ok) throw new Error(sealing.failures.map(({ message }) => message).join('; '));
  return { ...options, sealing: sealing.value };
}

/** Render in this thread. The PDF is copied out of larger buffers, which would cross to the main thread with it. */
export function render(task: RenderTask): RenderAnswer {
  const answer = renderTask(task, room);
  return answer.kind === 'rendered' ? { ...answer, pdf: Uint8Array.from(answer.pdf) } : answer;
}
