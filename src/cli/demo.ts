import { examplesFolder } from '../press.ts';
import { join } from 'node:path';
import { render, type RenderOptions } from './render.ts';

/** Options of `platen demo`. */
export type DemoOptions = Pick<RenderOptions, 'out' | 'json' | 'quiet'>;

/** `platen demo`: the bundled samples with the bundled configuration; what an earlier demo wrote is replaced. */
export async function demo(options: DemoOptions): Promise<number> {
  const sample = join(examplesFolder, 'amberflo-invoices.json');
  return render([sample], {
    ...options,
    force: true,
    config: join(examplesFolder, 'platen.config.json'),
  });
}
