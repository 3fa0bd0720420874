/**
 * A process that renders with one peer, and measures. Usage: node peer-process.mjs <peer>, with an IPC channel: it gets
 * `{ files, save }` and answers `{ cpu, wall, bytes, peak }`; reading files and writing them is not measured.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { treePeak, treeTime } from './process-tree.mjs';

const { open } = await import(`./peers/${process.argv[2]}.mjs`);
const peer = await open();

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
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  const started = { cpu: treeTime(), wall: performance.now() };
  let pdf = null;
  for (const text of texts) pdf = await peer.render(text);
  const cpu = (treeTime() - started.cpu) / texts.length;
  const wall = (performance.now() - started.wall) / texts.length;
  if (save !== null) writeFileSync(save, pdf);
  return { cpu, wall, bytes: pdf.length, peak: treePeak() };
}
