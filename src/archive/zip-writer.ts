import { open, type FileHandle } from 'node:fs/promises';
import { Zip, ZipPassThrough } from 'fflate';

/** A ZIP file in the making; entries are written as they come, and never held together in memory. */
export interface ZipWriter {
  readonly size: number;
  readonly entries: number;
  add(name: string, bytes: Uint8Array): Promise<void>;
  finish(): Promise<void>;
}

/** The earliest moment that a ZIP can hold, so that the same entries give the same bytes. */
const NO_TIME = new Date(1980, 0, 1);

/** Begin a ZIP file. Entries are stored as they are: a PDF is compressed already. */
export async function createZip(file: string): Promise<ZipWriter> {
  const handle = await open(file, 'w', 0o640);
  const chunks: Uint8Array[] = [];
  const state = { size: 0, entries: 0 };
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    chunks.push(chunk);
  });
  return {
    get size() {
      return state.size;
    },
    get entries() {
      return state.entries;
    },
    add: async (name, bytes) => {
      const entry = new ZipPassThrough(name);
      entry.mtime = NO_TIME;
      zip.add(entry);
      entry.push(bytes, true);
      state.entries += 1;
      state.size += await drain(handle, chunks);
    },
    finish: async () => {
      zip.end();
      await drain(handle, chunks);
      await handle.sync();
      await handle.close();
    },
  };
}

async function drain(handle: FileHandle, chunks: Uint8Array[]): Promise<number> {
  let written = 0;
  for (const chunk of chunks.splice(0)) {
    await handle.write(chunk);
    written += chunk.length;
  }
  return written;
}
