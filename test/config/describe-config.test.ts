import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { configJsonSchema, describeConfig } from '../../src/config/describe-config.ts';

test('every key is documented', () => {
  const undocumented = describeConfig()
    .split('\n')
    .filter((line) => / \|\s*\|$/.test(line));
  expect(undocumented).toEqual([]);
});

test('docs/configuration.md lists the keys as they are', () => {
  expect(readFileSync('docs/configuration.md', 'utf8')).toContain(describeConfig());
});

test('the JSON Schema refuses unknown keys', () => {
  expect(configJsonSchema()).toMatchObject({ type: 'object', additionalProperties: false });
});
