import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { PressOptions } from '../press.ts';
import type { RenderAnswer, RenderTask } from './task.ts';

/** What a rendering process may use. */
export interface ProcessLimits {
  /** Mebibytes of its heap. One that needs more is ended by V8, and nothing but itself with it. */
  readonly memory: number;
  /** Seconds for one invoice. */
  readonly seconds: number;
  /** File that it runs. Default: the built one beside this file. */
  readonly worker?: URL;
}

/** What is said to a rendering process: first what all invoices share, then one task after the other. */
export type Request =
  | { readonly kind: 'open'; readonly press: PressOptions }
  | { readonly kind: 'render'; readonly task: RenderTask };

/** What it says to each task. */
export type Reply =
  | { readonly kind: 'answer'; readonly answer: RenderAnswer }
  | { readonly kind: 'thrown'; readonly message: string };

/** A process that renders one invoice at a time. */
export interface RenderProcess {
  /** Rejects where the process ended over the task, with its last words. */
  render(task: RenderTask): Promise<RenderAnswer>;
  /** Whether it has ended. */
  readonly hasEnded: () => boolean;
  end(): Promise<void>;
}

/** Start a process that renders. It ends with the process that started it, however that ends. */
export function startRenderProcess(press: PressOptions, limits: ProcessLimits): RenderProcess {
  const child = launch(limits);
  const words = lastWordsOf(child);
  const state = { ended: false };
  const closed = new Promise<string>((done) => {
    child.once('error', ({ message }) => done(message));
    child.once('close', (code, signal) => done(words(code, signal)));
  }).finally(() => (state.ended = true));
  say(child, { kind: 'open', press });
  return {
    hasEnded: () => state.ended || !child.connected,
    render: (task) => answerOf(child, task, { closed, seconds: limits.seconds }),
    end: async () => {
      child.kill('SIGKILL');
      await closed;
    },
  };
}

function launch({ memory, worker }: ProcessLimits): ChildProcess {
  const file = worker ?? new URL('./render-worker.js', import.meta.url);
  return fork(fileURLToPath(file), {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${memory}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

/** A process that has gone takes no message; its end answers instead. */
function say(child: ChildProcess, request: Request): void {
  child.send(request, () => undefined);
}

interface Watch {
  /** Settled with the last words when the process has ended. */
  readonly closed: Promise<string>;
  readonly seconds: number;
}

async function answerOf(
  child: ChildProcess,
  task: RenderTask,
  { closed, seconds }: Watch,
): Promise<RenderAnswer> {
  const late = { after: false };
  const timer = setTimeout(() => {
    late.after = true;
    child.kill('SIGKILL');
  }, seconds * 1000);
  const { reply: next, drop } = nextReply(child);
  say(child, { kind: 'render', task });
  try {
    const reply = await Promise.race([next, closed]);
    if (late.after) throw new Error(`no PDF after ${seconds} seconds`);
    if (typeof reply === 'string') throw new Error(reply);
    if (reply.kind === 'thrown') throw new Error(reply.message);
    return reply.answer;
  } finally {
    clearTimeout(timer);
    drop();
  }
}

function nextReply(child: ChildProcess) {
  const unheard = new AbortController();
  const reply = once(child, 'message', { signal: unheard.signal }).then(([said]) => said as Reply);
  reply.catch(() => undefined);
  return { reply, drop: () => unheard.abort() };
}

/** So much of what a process says on its way out is kept: V8 writes pages of addresses behind its reason. */
const KEPT = 16_384;

function lastWordsOf(child: ChildProcess): (code: number | null, signal: string | null) => string {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    if (said.length < KEPT) said += text;
  });
  return (code, signal) => {
    const fatal = /FATAL ERROR: ([^\n]+)/.exec(said)?.[1];
    const thrown = /^\w*Error: [^\n]+/m.exec(said)?.[0];
    return fatal ?? thrown ?? `the process ended with ${signal ?? `code ${code}`}`;
  };
}
