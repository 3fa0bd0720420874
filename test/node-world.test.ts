import { mkdirSync, mkdtempSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FontBook } from '../src/font/font-book.ts';
import { createNodeWorld, digestFolders } from '../src/node-world.ts';

const fonts = {} as FontBook;

function folders() {
  const root = mkdtempSync(join(tmpdir(), 'platen-world-'));
  const inside = join(root, 'inside');
  mkdirSync(join(inside, 'sections'), { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'secret');
  writeFileSync(join(inside, 'style.css'), 'p {}');
  writeFileSync(join(inside, 'sections', 'fees.hbs'), 'fees');
  symlinkSync(join(root, 'secret.txt'), join(inside, 'link.txt'));
  return { root, world: createNodeWorld([inside], fonts) };
}

test('a file of the folder is found, in sub-folders too', () => {
  const { world } = folders();
  expect(Buffer.from(world.resource('style.css')?.bytes ?? []).toString()).toBe('p {}');
  expect(world.resource('sections/fees.hbs')).not.toBeNull();
  expect(world.resource('./sections/../style.css')).not.toBeNull();
});

test('nothing outside of the folder is found, whatever the name', () => {
  const { root, world } = folders();
  const names = [
    '../secret.txt',
    join(root, 'secret.txt'),
    'link.txt',
    'file:///etc/passwd',
    'https://example.com/a',
    '',
    '.',
  ];
  const odd = ['sections', 'style.css\0', 'sections/../../secret.txt', '//etc/passwd'];
  expect([...names, ...odd].filter((name) => world.resource(name) !== null)).toEqual([]);
});

test('the earlier folder wins', () => {
  const first = mkdtempSync(join(tmpdir(), 'platen-first-'));
  const second = mkdtempSync(join(tmpdir(), 'platen-second-'));
  writeFileSync(join(first, 'a'), '1');
  writeFileSync(join(second, 'a'), '2');
  expect(createNodeWorld([first, second], fonts).resource('a')?.bytes[0]).toBe('1'.charCodeAt(0));
});

test('a value is made once for each key, even when it is undefined', () => {
  const { world } = folders();
  let made = 0;
  const make = () => {
    made += 1;
    return undefined;
  };
  world.memo('key', make);
  world.memo('key', make);
  expect(made).toBe(1);
});

test('what documents bring is forgotten, what every document uses is kept', () => {
  const { world } = folders();
  let made = 0;
  const template = () => world.memo('template', () => (made += 1));
  for (let document = 0; document < 5000; document += 1) {
    template();
    world.memo(`sheet ${document}`, () => document);
  }
  expect(made).toBe(1);
  let again = 0;
  world.memo('sheet 0', () => (again += 1));
  expect(again).toBe(1);
});

test('a name that several folders have is found once for each, the earlier first', () => {
  const [first, second] = ['first', 'second'].map((name) => {
    const folder = mkdtempSync(join(tmpdir(), `platen-${name}-`));
    writeFileSync(join(folder, 'words.json'), name);
    return folder;
  });
  const world = createNodeWorld([first ?? '', second ?? ''], fonts);
  const found = world.everyResource('words.json');
  expect(found.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['first', 'second']);
  expect(world.everyResource('../words.json')).toEqual([]);
});

test('a file that is too large is not read, and known to be so', () => {
  const { root, world } = folders();
  const large = join(root, 'inside', 'large.png');
  writeFileSync(large, '');
  truncateSync(large, 32 * 1024 * 1024 + 1);
  expect(world.resource('large.png')).toBeNull();
  expect(world.isTooLarge('large.png')).toBe(true);
  expect(world.isTooLarge('style.css')).toBe(false);
  expect(world.isTooLarge('none.png')).toBe(false);
});

test('a digest changes with any byte and any name of a folder’s files, and with nothing else', () => {
  const write = (files: Readonly<Record<string, string>>) => {
    const folder = mkdtempSync(join(tmpdir(), 'platen-digest-'));
    mkdirSync(join(folder, 'sections'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return folder;
  };
  const one = digestFolders([write({ 'style.css': 'p {}', 'sections/fees.hbs': 'fees' })]);
  expect(one).toMatch(/^[0-9a-f]{12}$/);
  expect(digestFolders([write({ 'sections/fees.hbs': 'fees', 'style.css': 'p {}' })])).toBe(one);
  expect(digestFolders([write({ 'style.css': 'p { }', 'sections/fees.hbs': 'fees' })])).not.toBe(
    one,
  );
  expect(digestFolders([write({ 'style.css': 'p {}', 'sections/fee.hbs': 'fees' })])).not.toBe(one);
});
