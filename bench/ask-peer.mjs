import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('peer-process.mjs', import.meta.url));

/** Start a process for a peer, with options of Node's where it gets any, and ask it to render and measure. */
export async function startPeer({ name }, execArgv = []) {
  const child = fork(script, [name], { execArgv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  await answerOf(child);
  return {
    async measure(task) {
      child.send(task);
      return answerOf(child);
    },
    async stop() {
      const ended = new Promise((done) => child.once('exit', done));
      child.disconnect();
      await ended;
    },
  };
}

function answerOf(child) {
  return new Promise((done, fail) => {
    const ended = (code) => fail(new Error(`its process ended with code ${code}`));
    child.once('exit', ended);
    child.once('message', (answer) => {
      child.off('exit', ended);
      if (answer.error === undefined) done(answer);
      else fail(new Error(answer.error));
    });
  });
}
