import type { PressOptions } from '../press.ts';
import { startRenderProcess, type ProcessLimits, type RenderProcess } from './render-process.ts';
import { ABREAST, SHORT } from '../pipeline.ts';
import { openRoom, renderTasks } from './render-task.ts';
import type { RenderAnswer, Renderer, RenderTask } from './task.ts';

/** How many processes render, and what each may use. */
export interface PoolOptions extends ProcessLimits {
  readonly processes: number;
}

/** A task that nobody has in hand yet. */
interface Waiting {
  readonly task: RenderTask;
  readonly done: (answer: RenderAnswer) => void;
  readonly fail: (error: unknown) => void;
  /** A process ended over it and others: the next shall know whose fault it was. */
  readonly alone: boolean;
}

/**
 * Render in processes of their own, started when they are needed: V8 without memory ends its whole process, and that must
 * not be the one that keeps the ledger. One that ends is replaced; only the task in its hand is rejected. Short invoices that wait
 * go to a process together, which takes less time for each; where it ends over them, each is tried by itself.
 */
export function openRenderPool(press: PressOptions, options: PoolOptions): Renderer {
  const idle: RenderProcess[] = [];
  const running = new Set<RenderProcess>();
  const waiting: Waiting[] = [];
  const state = { closed: false };
  const begin = () => {
    const process = startRenderProcess(press, options);
    running.add(process);
    return process;
  };
  const goOn = () => {
    while (
      !state.closed &&
      waiting.length > 0 &&
      (idle.length > 0 || running.size < options.processes)
    ) {
      const group = waiting.splice(0, groupLength(waiting, options.processes));
      void work(idle.pop() ?? begin(), group);
    }
  };
  const work = async (process: RenderProcess, group: readonly Waiting[]) => {
    try {
      const answers = await process.render(group.map(({ task }) => task));
      for (const [index, answer] of answers.entries()) group[index]?.done(answer);
    } catch (error) {
      // Nobody asks any more when the pool has closed, and nothing may be recorded of what was in hand.
      if (!state.closed) waiting.unshift(...refused(group, error));
    } finally {
      if (process.hasEnded()) running.delete(process);
      else idle.push(process);
      goOn();
    }
  };
  return {
    render: (task) =>
      new Promise<RenderAnswer>((done, fail) => {
        waiting.push({ task, done, fail, alone: false });
        goOn();
      }),
    close: async () => {
      state.closed = true;
      await Promise.all([...running].map((process) => process.end()));
    },
  };
}

/** Compressed bodies are some seventh of what they hold. */
const SHORT_PACKED = SHORT / 7;

/** How many of those that wait go to a process together: its share of them, as far as they are short. */
function groupLength(waiting: readonly Waiting[], processes: number): number {
  const share = Math.min(ABREAST, Math.ceil(waiting.length / processes));
  const other = waiting
    .slice(0, share)
    .findIndex(({ task, alone }) => alone || task.gzip.length > SHORT_PACKED);
  return Math.max(1, other === -1 ? share : other);
}

/** One that was alone is told; of several nobody knows which it was, so each waits to be tried by itself. */
function refused(group: readonly Waiting[], error: unknown): readonly Waiting[] {
  if (group.length > 1) return group.map((one) => ({ ...one, alone: true }));
  for (const { fail } of group) fail(error);
  return [];
}

/** Render in this process: for a few invoices, and to compare with. */
export function openPlainRenderer(options: PressOptions): Renderer {
  const room = openRoom(options);
  return {
    render: async (task) => {
      const [answer] = renderTasks([task], room);
      if (answer === undefined) throw new Error('a task came back without an answer');
      return answer;
    },
    close: async () => undefined,
  };
}
