import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EXIT } from '../../src/cli/exit-code.ts';
import { newTemplate } from '../../src/cli/template-new.ts';

const parent = mkdtempSync(join(tmpdir(), 'platen-templates-'));

test('a new template is a copy with a name and a first version of its own', () => {
  expect(newTemplate('ours', { from: 'compact' }, parent)).toBe(EXIT.ok);
  expect(readdirSync(join(parent, 'ours')).sort()).toEqual(readdirSync('templates/compact').sort());
  const info = JSON.parse(readFileSync(join(parent, 'ours', 'template.json'), 'utf8'));
  expect(info).toMatchObject({ name: 'ours', version: 1, papers: ['A4', 'Letter'] });
});

test('no template is replaced, copied from nowhere, or put elsewhere', () => {
  expect(newTemplate('twice', { from: 'standard' }, parent)).toBe(EXIT.ok);
  expect(newTemplate('twice', { from: 'formal' }, parent)).toBe(EXIT.usage);
  expect(newTemplate('ghost', { from: 'nowhere' }, parent)).toBe(EXIT.usage);
  expect(newTemplate('../out', { from: 'standard' }, parent)).toBe(EXIT.usage);
  expect(readdirSync(parent).sort()).toEqual(['ours', 'twice']);
});
