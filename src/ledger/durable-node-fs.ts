import { fdatasyncSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** What PostgreSQL's `fsync` reaches of the host: Emscripten's stream, with the host's file descriptor. */
interface HostStream {
  readonly nfd?: number;
}

type Options = Parameters<NodeFS['init']>[1];

type PreRun = NonNullable<Options['preRun']>[number];

/** The parts of Emscripten's module that are not in its types. */
interface HostModule {
  readonly NODEFS: { readonly stream_ops: { fsync?: (stream: HostStream) => number } };
}

/** PGlite's file system on Node with a real `fsync`: its own has none, so a power cut would lose what was committed. */
export class DurableNodeFS extends NodeFS {
  readonly #sync: (descriptor: number) => void;

  constructor(directory: string, sync: (descriptor: number) => void = fdatasyncSync) {
    super(directory);
    this.#sync = sync;
  }

  override async init(pg: PGlite, options: Options): Promise<{ emscriptenOpts: Options }> {
    const made = await super.init(pg, options);
    const patch = (module: unknown) => {
      const { stream_ops: operations } = (module as HostModule).NODEFS;
      operations.fsync = ({ nfd }) => {
        if (nfd !== undefined) this.#sync(nfd);
        return 0;
      };
    };
    const preRun = [...(made.emscriptenOpts.preRun ?? []), patch as PreRun];
    return { emscriptenOpts: { ...made.emscriptenOpts, preRun } };
  }
}
