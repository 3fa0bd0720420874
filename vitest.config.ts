import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { defineConfig } from 'vitest/config';

/** Files that take longest begin first, so that no processor waits for the last one. */
const LONGEST = [
  'test/run/crash.test.ts',
  'test/conformance/conformance.test.ts',
  'test/run/memory.test.ts',
  'test/main.test.ts',
  'test/conformance/e-invoice.test.ts',
  'test/run/execute-run.test.ts',
  'test/run/outages.test.ts',
  'test/run/sequence.test.ts',
  'test/cases.test.ts',
  'test/templates.test.ts',
  'test/fuzz/fuzz.test.ts',
  'test/fidelity/fidelity.test.ts',
  'test/fidelity/breaks/breaks.test.ts',
  'test/paginate/laws.test.ts',
  'test/engine/growth.test.ts',
  'test/engine/laws.test.ts',
  'test/view/pocket-calculator.test.ts',
  'test/run/render-pool.test.ts',
  'test/cli/render.test.ts',
  'test/coverage/coverage.test.ts',
  'test/mail/serve-webhooks.test.ts',
  'test/many-lines.test.ts',
  'test/performance/counts.test.ts',
];

/** Files that put something else in the place of a module, which has to be done before anybody loads it. */
const ALONE = [
  'test/font/shaper-fonts.test.ts',
  'test/font/shaper-calls.test.ts',
  'test/performance/counts.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return place < 0 ? LONGEST.length : place;
    };
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    setupFiles: ['test/setup.ts'],
    // A limit against hanging, not a measure: three files share two processors with the processes that they start.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      // The others load the program once for each processor, and find it compiled.
      {
        extends: true,
        test: { name: 'together', include: ['test/**/*.test.ts'], exclude: ALONE, isolate: false },
      },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
  },
});
