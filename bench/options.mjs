import { parseArgs } from 'node:util';
import { peers } from './peers.mjs';
import { sizes } from './sizes.mjs';

const USAGE = `Usage: npm run bench -- [--sizes 12,150] [--peers platen,typst] [--rounds 3] [--check]

Sizes: ${sizes.map(({ name }) => name).join(', ')}. Peers: ${peers.map(({ name }) => name).join(', ')}.
--check fails where a bar is missed. docs/performance.md is written when everything was measured.`;

/** What to measure. */
export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string' },
      peers: { type: 'string' },
      rounds: { type: 'string' },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { sizes: ofSizes, peers: ofPeers, rounds } = values;
  return {
    /** Something was left out on purpose: no whole table, and bars that were not measured do not count. */
    partial: [ofSizes, ofPeers, rounds].some((value) => value !== undefined),
    usage: values.help ? USAGE : null,
    sizes: chosen(ofSizes, sizes),
    peers: chosen(ofPeers, peers),
    rounds: rounds === undefined ? null : Number(rounds),
    check: values.check,
  };
}

function chosen(list, all) {
  if (list === undefined) return all;
  const names = list.split(',');
  const unknown = names.filter((name) => all.every((one) => one.name !== name));
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}.\n${USAGE}`);
  return all.filter(({ name }) => names.includes(name));
}
