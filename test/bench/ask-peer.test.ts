import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

interface Peer {
  measure(task: { files: readonly string[] }): Promise<{ bytes: number }>;
  stop(): Promise<void>;
}

/** The benchmark is plain JavaScript, so its modules have no types here. */
const { startPeer } = (await import(new URL('../../bench/ask-peer.mjs', import.meta.url).href)) as {
  startPeer: (peer: { name: string }) => Promise<Peer>;
};
const task = { files: [fileURLToPath(import.meta.url)] };

it('says how the process of a renderer ended that ended between its turns', async () => {
  const peer = await startPeer({ name: '../../test/bench/ending-peer' });
  expect((await peer.measure(task)).bytes).toBeGreaterThan(0);
  await new Promise((done) => setTimeout(done, 300));
  await expect(peer.measure(task)).rejects.toThrow('its process ended with code 3');
  await expect(peer.stop()).resolves.toBeUndefined();
});
