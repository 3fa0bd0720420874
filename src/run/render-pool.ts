import type { PressOptions } from '../press.ts';
import { startRenderProcess, type ProcessLimits, type RenderProcess } from './render-process.ts';
import { openRoom, renderTask } from './render-task.ts';
import type { RenderAnswer, Renderer, RenderTask } from './task.ts';

/** How many processes render, and what each may use. */
export interface PoolOptions extends ProcessLimits {
  readonly processes: number;
}

/** A task that nobody has in hand yet. */
interface Waiting {
  readonly task: RenderTask;
  readonly done: (answer: Promise<RenderAnswer>) => void;
}

/**
 * Render in processes of their own, started when they are needed: V8 without memory ends its whole process, and that must
 * not be the one that keeps the ledger. One that ends is replaced; only the task in its hand is rejected.
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
      const next = waiting.shift();
      if (next !== undefined) next.done(work(idle.pop() ?? begin(), next.task));
    }
  };
  const work = async (process: RenderProcess, task: RenderTask) => {
    try {
      return await process.render(task);
    } catch (error) {
      if (state.closed) return never;
      throw error;
    } finally {
      if (process.hasEnded()) running.delete(process);
      else idle.push(process);
      goOn();
    }
  };
  return {
    render: (task) =>
      new Promise<RenderAnswer>((done) => {
        waiting.push({ task, done });
        goOn();
      }),
    close: async () => {
      state.closed = true;
      await Promise.all([...running].map((process) => process.end()));
    },
  };
}

/** What tasks come to that are in hand when the pool closes: nobody asks any more, and nothing may be recorded of them. */
const never = new Promise<never>(() => undefined);

/** Render in this process: for a few invoices, and to compare with. */
export function openPlainRenderer(options: PressOptions): Renderer {
  const room = openRoom(options);
  return {
    render: async (task) => renderTask(task, room),
    close: async () => undefined,
  };
}
