import * as z from 'zod';
import { failed, failure, success, type Outcome } from '../failure.ts';
import type { World } from '../world.ts';

const schema = z.strictObject({
  name: z.string().min(1).describe('Name of the template; goes into the receipt.'),
  version: z.int().min(1).describe('Counts up with each change of meaning; goes into the receipt.'),
  description: z.string().optional().describe('One sentence for people who choose a template.'),
  papers: z
    .array(z.enum(['A4', 'Letter']))
    .min(1)
    .describe('Papers that it was drawn for.'),
  options: z.record(z.string(), z.string()).describe('Custom properties that a brand may set.'),
});

/** What `template.json` says. */
export type TemplateInfo = Readonly<z.infer<typeof schema>>;

const FILE = 'template.json';

/** Read the template's name, version, papers and options. */
export function readTemplateInfo(world: World): Outcome<TemplateInfo> {
  return world.memo('template:info', () => {
    const resource = world.resource(FILE);
    if (resource === null)
      return failed([failure('template', FILE, 'The template has no such file')]);
    const json = parse(new TextDecoder().decode(resource.bytes));
    // Read once in a process: functions compiled for it would cost more than they save.
    const result = schema.safeParse(json, { jitless: true });
    if (result.success) return success(result.data);
    return failed(
      result.error.issues.map(({ path, message }) =>
        failure('template', [FILE, ...path].join(':'), message),
      ),
    );
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
