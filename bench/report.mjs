import { bars } from './bars.mjs';
import { judge } from './figures.mjs';
import { peers } from './peers.mjs';
import { sizes } from './sizes.mjs';

/** Everything that was measured, as Markdown. */
export function reportOf(results) {
  const measured = sizes.filter(({ name }) => results.sizes[name] !== undefined);
  const parts = measured.map((size) => sizeTable(size, results.sizes[size.name]));
  return [...parts, startTable(results), barTable(results)].filter(Boolean).join('\n\n');
}

/** Bars that do not hold, in words. */
export function missedBars(results) {
  return judged(results)
    .filter(({ holds }) => !holds)
    .map(({ title, value, limit }) => `${title}: ${number(value)}, must be ${limit}`);
}

/** Bars of which nothing is known, in words. */
export function unmeasuredBars(results) {
  const unknown = bars.map((bar) => judge(bar, results)).filter(({ value }) => value === undefined);
  return unknown.map(({ title }) => title);
}

function judged(results) {
  return bars.map((bar) => judge(bar, results)).filter(({ value }) => value !== undefined);
}

function sizeTable({ title, name }, rows) {
  const platen = rows.find(({ peer }) => peer === 'platen')?.cpu?.median;
  const head = [title, 'CPU ms', 'least', 'wall ms', 'documents/s', '× Platen', 'pages'];
  const able = rows.filter(({ fault }) => fault === undefined);
  const body = able.map(({ peer, cpu, wall, pages, bytes, peak, tagged }) => [
    `${peerTitle(peer)}${tagged ? ', tagged' : ''}`,
    ...[cpu.median, cpu.least, wall.median, 1000 / cpu.median].map(number),
    platen === undefined ? '' : number(cpu.median / platen),
    `${pages}`,
    number(bytes / 1000),
    peak === undefined ? '' : number(peak),
  ]);
  const faults = [...rows.filter(({ fault }) => fault !== undefined), ...leftOut(name)];
  const remarks = faults.map(({ peer, fault }) => `- ${peerTitle(peer)} has no figures: ${fault}.`);
  return [table([...head, 'file kB', 'memory MB'], body), ...remarks].join('\n');
}

function leftOut(size) {
  return peers
    .filter(({ leftOut = {} }) => leftOut[size] !== undefined)
    .map(({ name, leftOut }) => ({ peer: name, fault: leftOut[size] }));
}

function startTable({ start, help, threads }) {
  if (start === undefined) return '';
  const rows = Object.entries(start).map(([peer, { wall, cpu }]) => [
    peerTitle(peer),
    ...[wall.median, wall.least, cpu.median, cpu.least].map(number),
  ]);
  const parts = [
    table(['fresh process to first PDF', 'wall ms', 'least', 'CPU ms', 'least'], rows),
    help && `\`platen --help\`: ${number(help.median)} ms, the quickest ${number(help.least)} ms.`,
    threads &&
      `Platen in threads, 1 page: ${number(threads.one)} documents/s with one, ${number(threads.two)} with two.`,
  ];
  return parts.filter(Boolean).join('\n\n');
}

function barTable(results) {
  const rows = judged(results).map(({ title, value, limit, holds }) => [
    title,
    number(value),
    limit,
    holds ? 'yes' : 'no',
  ]);
  return rows.length === 0 ? '' : table(['bar', 'measured', 'wanted', 'holds'], rows);
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

function peerTitle(peer) {
  return peers.find(({ name }) => name === peer)?.title ?? peer;
}

/** Three figures are all that a busy machine can tell. */
function number(value) {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));
  const rounded = Number(value.toFixed(Math.min(3, digits)));
  return rounded.toLocaleString('en-US', { maximumFractionDigits: 3 });
}
