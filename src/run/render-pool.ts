import { Piscina } from 'piscina';
import type { PressOptions } from '../press.ts';
import { openRoom, renderTask } from './render-task.ts';
import type { Renderer, RenderTask } from './task.ts';

/** How many threads render, and what each may use. */
export interface PoolOptions {
  readonly threads: number;
  /**
   * Mebibytes of heap for each thread. One that needs more is ended, and the invoice in hand fails by name; where V8
   * runs out inside its own code (parsing JSON), the process ends with it, and the next start goes on from the ledger.
   */
  readonly memory: number;
  /** File of the worker. Default: the built one beside this file. */
  readonly worker?: URL;
}

/** Render in worker threads. A thread that breaks down is replaced; only the task in its hand is rejected. */
export function openRenderPool(press: PressOptions, options: PoolOptions): Renderer {
  const worker = options.worker ?? new URL('./render-worker.js', import.meta.url);
  const pool = new Piscina({
    filename: worker.href,
    name: 'render',
    workerData: press,
    minThreads: options.threads,
    maxThreads: options.threads,
    idleTimeout: Infinity,
    resourceLimits: { maxOldGenerationSizeMb: options.memory },
  });
  return {
    render: (task: RenderTask) => pool.run(task),
    close: () => pool.destroy(),
  };
}

/** Render in this thread: for a few invoices, and to compare with. */
export function openPlainRenderer(options: PressOptions): Renderer {
  const room = openRoom(options);
  return {
    render: async (task) => renderTask(task, room),
    close: async () => undefined,
  };
}
