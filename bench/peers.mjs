import { existsSync } from 'node:fs';
import { executablePath } from './find-chromium.mjs';
import { python } from './find-python.mjs';

const ONE_BY_ONE = 'longer bills go one by one';

/**
 * Who is measured. `input` is the form of the bill that a peer takes, `pace` the share of a quick renderer's documents
 * that it sets in a round, `leftOut` why a size is not asked of it; one that sets no single bill is not asked for a first one.
 */
export const peers = [
  { name: 'platen', title: 'Platen', input: 'invoice', pace: 1, packages: [] },
  {
    name: 'platen-abreast',
    title: 'Platen, side by side',
    input: 'invoice',
    pace: 1,
    packages: [],
    first: false,
    leftOut: { 150: ONE_BY_ONE, 5000: ONE_BY_ONE, 50000: ONE_BY_ONE },
  },
  {
    name: 'typst',
    title: 'Typst',
    input: 'bill',
    pace: 0.5,
    packages: ['@myriaddreamin/typst-ts-node-compiler'],
  },
  {
    name: 'chromium',
    title: 'Chromium',
    input: 'page',
    pace: 0.06,
    packages: ['playwright-core'],
    missing: () => executablePath === undefined && 'chromium (set CHROMIUM to its path)',
    leftOut: { 50000: 'it gives up: Printing failed' },
  },
  { name: 'pdfkit', title: 'pdfkit', input: 'bill', pace: 0.06, packages: ['pdfkit'] },
  { name: 'pdfmake', title: 'pdfmake', input: 'bill', pace: 0.06, packages: ['pdfmake'] },
  {
    name: 'react-pdf',
    title: 'react-pdf',
    input: 'bill',
    pace: 0.06,
    packages: ['@react-pdf/renderer', 'react'],
    leftOut: {
      5000: 'more than six minutes: its time grows with the square of the rows',
      50000: 'its time grows with the square of the rows',
    },
  },
  {
    name: 'jspdf',
    title: 'jsPDF',
    input: 'bill',
    pace: 0.1,
    packages: ['jspdf', 'jspdf-autotable'],
  },
  {
    name: 'weasyprint',
    title: 'WeasyPrint',
    input: 'plain',
    pace: 0.04,
    packages: [],
    missing: () => python === undefined && 'weasyprint (for Python 3)',
    leftOut: { 50000: 'minutes and gigabytes for one document' },
  },
];

/** What this machine lacks for a peer, by name. */
export function missingFor({ packages, missing = () => false }) {
  const absent = packages.filter(
    (name) => !existsSync(new URL(`node_modules/${name}`, import.meta.url)),
  );
  const other = missing();
  return [...absent.map((name) => `${name} (npm ci --prefix bench)`), ...(other ? [other] : [])];
}

/** How many documents a peer gets where a quick one gets `count`. */
export function shareOf({ pace }, count) {
  return Math.ceil(count * pace);
}
