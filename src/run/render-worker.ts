import { workerData } from 'piscina';
import type { PressOptions } from '../press.ts';
import { openRoom, renderTask } from './render-task.ts';
import type { RenderAnswer, RenderTask } from './task.ts';

/** The room of this thread; each has its own fonts and templates. */
const room = openRoom(workerData as PressOptions);

/** Render in this thread. The PDF is copied out of larger buffers, which would cross to the main thread with it. */
export function render(task: RenderTask): RenderAnswer {
  const answer = renderTask(task, room);
  return answer.kind === 'rendered' ? { ...answer, pdf: Uint8Array.from(answer.pdf) } : answer;
}
