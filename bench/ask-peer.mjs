import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('peer-process.mjs', import.meta.url));

/**
 * Start a process for a peer, with options of Node's where it gets any, and ask it to render and measure. One that ends, even
 * while others have their turn, says so when it is asked.
 */
export async function startPeer({ name }, execArgv = []) {
  const child = fork(script, [name], { execArgv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = endOf(child);
  await Promise.race([ended, answerOf(child)]);
  return {
    async measure(task) {
      // Without a function to take it, the error of a channel that is closed would end this process too.
      child.send(task, () => {});
      return Promise.race([ended, answerOf(child)]);
    },
    async stop() {
      if (child.connected) child.disconnect();
      await ended.catch(() => {});
    },
  };
}

/** Fails when the process has ended, and how. */
function endOf(child) {
  const ended = new Promise((_, fail) => {
    child.once('exit', (code, signal) => {
      fail(new Error(`its process ended with ${signal ?? `code ${code}`}`));
    });
  });
  // Between turns nobody waits for it.
  ended.catch(() => {});
  return ended;
}

function answerOf(child) {
  return new Promise((done, fail) => {
    child.once('message', (answer) => {
      if (answer.error === undefined) done(answer);
      else fail(new Error(answer.error));
    });
  });
}
