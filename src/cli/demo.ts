import { examplesFolder } from '../press.ts';
import { join } from 'node:path';
import { EXIT } from './exit-code.ts';
import { render, type RenderOptions } from './render.ts';

/** Options of `platen demo`. */
export type DemoOptions = Pick<RenderOptions, 'out' | 'json' | 'quiet'>;

/** `platen demo`: the bundled samples, then a whole billing run; what an earlier demo wrote is replaced. */
export async function demo(options: DemoOptions): Promise<number> {
  const sample = join(examplesFolder, 'amberflo-invoices.json');
  const config = join(examplesFolder, 'platen.config.json');
  const rendered = await render([sample], { ...drawn(options), force: true, config });
  if (rendered !== EXIT.ok) return rendered;
  const { demoRun } = await import('./demo-run.ts');
  return demoRun(options.out, options.quiet === true);
}

/** Other options of the demo are for its server. */
function drawn({ out, json = false, quiet = false }: DemoOptions): DemoOptions {
  return { out, json, quiet };
}
