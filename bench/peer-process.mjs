/**
 * A process that renders with one peer, and measures. Usage: node peer-process.mjs <peer>, with an IPC channel: it gets
 * `{ files, save }` and answers `{ cpu, wall, bytes, peak }`. Files are read one after the other, as a batch would; writing is
 * not measured.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { treePeak, treeTime } from './process-tree.mjs';

const { open } = await import(`./peers/${process.argv[2]}.mjs`);
const peer = await open();
const { renderAll = oneByOne } = peer;

process.on('message', (task) => {
  measure(task).then(
    (answer) => process.send(answer),
    (error) => process.send({ error: String(error?.stack ?? error) }),
  );
});
process.once('disconnect', async () => {
  await peer.close?.();
  process.exit(0);
});
process.send({ ready: true });

async function measure({ files, save = null }) {
  const started = { cpu: treeTime(), wall: performance.now() };
  let pdf = null;
  for await (const made of renderAll(textsOf(files))) pdf = made;
  const cpu = (treeTime() - started.cpu) / files.length;
  const wall = (performance.now() - started.wall) / files.length;
  if (save !== null) writeFileSync(save, pdf);
  return { cpu, wall, bytes: pdf.length, peak: treePeak() };
}

function* textsOf(files) {
  for (const file of files) yield readFileSync(file, 'utf8');
}

async function* oneByOne(texts) {
  for (const text of texts) yield await peer.render(text);
}
