import { expect, test } from 'vitest';
import { checkTemplate } from '../../src/template/check-template.ts';
import { fillFile, fillTemplate } from '../../src/template/fill-template.ts';
import {
  amounts,
  invoice,
  item,
  settings,
  totals,
  usage,
  variant,
  view,
} from '../view/build-invoice.ts';
import { templateWorld } from './template-world.ts';

const bill = invoice({
  items: [item('API', usage('3', amounts('5')), [variant(usage('3', amounts('5')))])],
  totals: totals({ items: amounts('5'), due: amounts('5') }),
});

function fill(file: string, files: Readonly<Record<string, string>>, given = view(bill)): string {
  const outcome = fillFile(file, given, templateWorld(files));
  return outcome.ok
    ? outcome.value
    : outcome.failures.map(({ place, message }) => `${place} ${message}`).join('\n');
}

const filled = (source: string) => fill('invoice.hbs', { 'invoice.hbs': source });

test('the standard template is without fault', () => {
  const outcome = checkTemplate(templateWorld(), view(bill));
  expect(outcome.ok ? [] : outcome.failures).toEqual([]);
  expect(outcome.ok && outcome.value.info).toMatchObject({ name: 'standard', version: 1 });
});

test('the standard template prints the bill and no empty section', () => {
  const outcome = fillTemplate(view(bill), templateWorld());
  const html = outcome.ok ? outcome.value.html : '';
  expect(html).toContain('€5.00');
  expect(html).toContain('class="title">Usage');
  expect(html).not.toContain('Promotions');
});

test.each([
  '{{constructor}}',
  '</td><script>alert(1)</script>',
  '{{{__proto__}}}',
  '"><img src=x>',
])('hostile data prints as itself: %s', (name) => {
  const given = settings();
  const hostile = view(bill, { ...given, customer: { ...given.customer, name } });
  const html = fill('invoice.hbs', {}, hostile);
  const escaped = name
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('=', '&#x3D;');
  expect(html).toContain(escaped);
  if (escaped !== name) expect(html).not.toContain(name);
});

test.each([
  ['a {{nmae}}', 'invoice.hbs:1:5 There is no such field'],
  ['{{customer.nmae}}', 'invoice.hbs:1:3 There is no such field'],
  ['{{constructor}}', 'invoice.hbs:1:3 There is no such field'],
  ['{{__proto__.x}}', 'invoice.hbs:1:3 There is no such field'],
  ['\n\n  {{shout number}}', 'invoice.hbs:3:3 There is no such helper'],
  ['{{lookup this "number"}}', 'invoice.hbs:1:1 There is no such helper'],
  ['{{log number}}', 'invoice.hbs:1:1 There is no such helper'],
  ['{{{number}}}', 'invoice.hbs:1:1 Escaping cannot be switched off'],
  ['{{&number}}', 'invoice.hbs:1:1 Escaping cannot be switched off'],
  ['{{> nowhere}}', 'invoice.hbs:1:1 There is no such partial'],
  ['{{> "../secret"}}', 'invoice.hbs:1:1 A partial is named, not computed'],
  ['{{> (eq number number)}}', 'invoice.hbs:1:1 A partial is named, not computed'],
  ['{{message "no.such"}}', 'invoice.hbs:1:1 There is no such word in en-GB'],
  ['{{message number}}', 'invoice.hbs:1:1 The word is not named'],
  ['{{facts}}', 'invoice.hbs:1:1 Only texts can be printed'],
  ['{{#each number}}{{/each}}', 'invoice.hbs:1:9 The argument is of another kind'],
  ['{{#each facts}}{{number}}{{/each}}', 'invoice.hbs:1:18 There is no such field'],
  ['{{../number}}', 'invoice.hbs:1:3 There is no such context'],
  ['{{#facts}}{{/facts}}', 'invoice.hbs:1:1 There is no such helper'],
  ['<style>{{number}}</style>', 'invoice.hbs:1:8 Text in a style element needs CSS escaping'],
  ['<p class={{number}}>', 'invoice.hbs:1:10 The attribute needs quotation marks'],
  ['{{#if number}}', 'invoice.hbs:1:1 The template cannot be parsed'],
  ['{{eq number}}', 'invoice.hbs:1:1 eq takes another number of arguments'],
  [
    '{{#*inline "x"}}{{/inline}}',
    'invoice.hbs:1:1 Decorators and partial blocks are not part of templates',
  ],
])('%s is a fault: %s', (source, fault) => {
  expect(
    filled(source)
      .split('\n')
      .map((each) => each.replace(/^(\S+:\d+):\d+( The template cannot)/, '$1:1$2')),
  ).toContain(fault);
});

test('all faults are found at once, also in partials', () => {
  const files = {
    'invoice.hbs': '{{one}}\n{{> fees}}\n{{message "two"}}',
    'sections/fees.hbs': '{{three}}\n{{> absent}}',
  };
  const outcome = checkTemplate(templateWorld({ ...files, 'template.json': '{}' }), view(bill));
  const places = outcome.ok ? [] : outcome.failures.map(({ place }) => place);
  expect(places).toEqual(
    expect.arrayContaining([
      'invoice.hbs:1:3',
      'invoice.hbs:3:1',
      'sections/fees.hbs:1:3',
      'sections/fees.hbs:2:1',
      'template.json:name',
    ]),
  );
});

test('a partial that includes itself is a fault and does not hang', () => {
  const files = {
    'invoice.hbs': '{{> a}}',
    'sections/a.hbs': '{{> b}}',
    'sections/b.hbs': '{{> a}}',
  };
  expect(fill('invoice.hbs', files)).toBe('sections/b.hbs:1:1 A partial includes itself');
});

test('contexts, loops, block parameters and partial arguments mean what Handlebars means', () => {
  const files = {
    'invoice.hbs':
      '{{#each facts as |f|}}{{#if @first}}{{f.label}}:{{label}}:{{../number}}:{{@root.title}}{{/if}}{{/each}} {{> a customer extra=title}}',
    'sections/a.hbs': '{{name}}-{{extra}}-{{#with @root.due}}{{label}}{{/with}}',
  };
  expect(fill('invoice.hbs', files)).toMatch(
    /^Invoice date:Invoice date:INV-20250930-[0-9a-f]{8}:Invoice Halden Robotics-Invoice-Amount due$/,
  );
});

test('arguments of a partial stand before the fields of its context, wherever that is seen from', () => {
  const files = {
    'invoice.hbs': '{{> a customer name=title}} {{> a customer}}',
    'sections/a.hbs':
      '{{name}};{{#with this}}{{name}}{{/with}};{{#each @root.columns}}{{../name}}{{/each}};{{> b}};{{> b name=label}}',
    'sections/b.hbs': '{{name}}',
  };
  const said = (name: string) =>
    `${name};${name};${name.repeat(view(bill).columns.length)};${name};Billed to`;
  expect(fill('invoice.hbs', files)).toBe(`${said('Invoice')} ${said('Halden Robotics')}`);
});

test.each([0, 1, 2, 45, 64, 65, 130])(
  'a list of %i items says of each where it stands',
  (length) => {
    const notes = Array.from({ length }, (_, index) => `n${index}`);
    const source =
      '<{{#each notes}}{{@index}}{{#if @first}}f{{/if}}{{#if @last}}l{{/if}}{{this}}{{../title}} {{else}}none{{/each}}>';
    const items = notes.map((note, at) => {
      const place = `${at}${at === 0 ? 'f' : ''}${at === length - 1 ? 'l' : ''}`;
      return `${place}${note}Invoice `;
    });
    const given = { ...view(bill), notes };
    const expected = `<${length === 0 ? 'none' : items.join('')}>`;
    expect(fill('invoice.hbs', { 'invoice.hbs': source }, given)).toBe(expected);
  },
);

test('words take values, which are escaped', () => {
  expect(filled('{{message "mail.greeting" customer="<b>"}}')).toBe('Hello &lt;b&gt;,');
});

test('CSS helpers keep text inside its string and its value', () => {
  const styled = (value: string) => filled(`<style>a{x:${value} }</style>`);
  expect(styled(`{{cssString '"} </style>'}}`)).toBe(
    '<style>a{x:"\\22 \\7d  \\3c \\2f style\\3e " }</style>',
  );
  expect(styled('{{cssValue "red;}</style>"}}')).toBe(
    '<style>a{x:red\\3b \\7d \\3c /style\\3e  }</style>',
  );
  expect(styled(`{{cssValue "'Open"}}`)).toBe('<style>a{x:Open }</style>');
});

test('plain text is not escaped', () => {
  const given = settings();
  const named = view(bill, { ...given, customer: { ...given.customer, name: 'A & B' } });
  expect(fill('mail.txt.hbs', {}, named)).toContain('Hello A & B,');
});

test('a template is compiled once per world', () => {
  const world = templateWorld({ 'invoice.hbs': '{{number}}' });
  let reads = 0;
  const counting = { ...world, resource: (name: string) => ((reads += 1), world.resource(name)) };
  fillTemplate(view(bill), counting);
  const once = reads;
  fillTemplate(view(bill), counting);
  expect(reads).toBe(once);
});

test('a named value is a field of its own, whatever its name', () => {
  const files = {
    'invoice.hbs': '{{> part __proto__="kept" title="Bill"}}',
    'sections/part.hbs': '{{title}} {{__proto__}}',
  };
  expect(fill('invoice.hbs', files)).toBe('Bill kept');
});
