import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PressOptions } from '../press.ts';
import type { RenderAnswer, RenderTask } from './task.ts';

/** What a rendering process may use. */
export interface ProcessLimits {
  /** Mebibytes of its heap. One that needs more is ended by V8, and nothing but itself with it. */
  readonly memory: number;
  /** Seconds for one invoice, or for some short ones together. */
  readonly seconds: number;
  /** File that it runs. Default: the built one beside this file. */
  readonly worker?: URL;
}

/** What is said to a rendering process: first what all invoices share, then tasks, a few short ones at a time. */
export type Request =
  | { readonly kind: 'open'; readonly press: PressOptions }
  | { readonly kind: 'render'; readonly tasks: readonly RenderTask[] };

/** What it says to them. */
export type Reply =
  | { readonly kind: 'answers'; readonly answers: readonly RenderAnswer[] }
  | { readonly kind: 'thrown'; readonly message: string };

/** A process that renders what it is asked for before it is asked again. */
export interface RenderProcess {
  /** Rejects where the process ended over the tasks, with its last words. */
  render(tasks: readonly RenderTask[]): Promise<readonly RenderAnswer[]>;
  /** Whether it has ended. */
  readonly hasEnded: () => boolean;
  end(): Promise<void>;
}

/** Start a process that renders. It ends with the process that started it, however that ends. */
export function startRenderProcess(press: PressOptions, limits: ProcessLimits): RenderProcess {
  const child = launch(limits);
  const end = watch(child);
  say(child, { kind: 'open', press });
  return {
    hasEnded: () => end.words() !== null || !child.connected,
    render: (tasks) => answersOf(child, tasks, { end, seconds: limits.seconds }),
    end: async () => {
      const closed = new Promise((done) => child.once('close', done));
      child.kill('SIGKILL');
      if (end.words() === null) await closed;
    },
  };
}

/** Mebibytes for what is young. Node 24 would let it grow to 32 and each process with it; bills are too short-lived to gain. */
const YOUNG = '--max-semi-space-size=8';

function launch({ memory, worker }: ProcessLimits): ChildProcess {
  const file = worker ?? new URL('./render-worker.js', import.meta.url);
  return fork(fileURLToPath(file), {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${memory}`, YOUNG],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

/** A process that has gone takes no message; its end answers instead. */
function say(child: ChildProcess, request: Request): void {
  child.send(request, () => undefined);
}

interface Watch {
  readonly end: ProcessEnd;
  readonly seconds: number;
}

async function answersOf(
  child: ChildProcess,
  tasks: readonly RenderTask[],
  { end, seconds }: Watch,
): Promise<readonly RenderAnswer[]> {
  const late = { after: false };
  const timer = setTimeout(() => {
    late.after = true;
    child.kill('SIGKILL');
  }, seconds * 1000);
  const next = nextReply(child, end);
  say(child, { kind: 'render', tasks });
  const reply = await next;
  clearTimeout(timer);
  if (late.after) throw new Error(`no PDF after ${seconds} seconds`);
  if (typeof reply === 'string') throw new Error(reply);
  if (reply.kind === 'thrown') throw new Error(reply.message);
  return reply.answers;
}

/**
 * What the process says next, or its last words. Both are let go of with the answer: a promise of the end that was raced
 * with each answer would keep all of them, with their PDFs, for as long as the process lives.
 */
function nextReply(child: ChildProcess, end: ProcessEnd): Promise<Reply | string> {
  return new Promise((done) => {
    const settle = (reply: Reply | string) => {
      child.off('message', onMessage);
      end.forget(settle);
      done(reply);
    };
    const onMessage = (said: unknown) => settle(said as Reply);
    child.on('message', onMessage);
    end.tell(settle);
  });
}

/** The end of a process: its last words, told to whoever wants to know. */
interface ProcessEnd {
  /** Null while it runs. */
  readonly words: () => string | null;
  tell(listener: (words: string) => void): void;
  forget(listener: (words: string) => void): void;
}

function watch(child: ChildProcess): ProcessEnd {
  const wordsOf = lastWordsOf(child);
  const listeners = new Set<(words: string) => void>();
  let words: string | null = null;
  const end = (said: string) => {
    words ??= said;
    for (const listener of [...listeners]) listener(words);
  };
  child.once('error', ({ message }) => end(message));
  child.once('close', (code, signal) => end(wordsOf(code, signal)));
  return {
    words: () => words,
    tell: (listener) => {
      if (words === null) listeners.add(listener);
      else listener(words);
    },
    forget: (listener) => listeners.delete(listener),
  };
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
