/**
 * What Platen has to reach. Ratios are CPU per document, the peer's median divided by Platen's, within one run; memory and
 * files are in MB.
 */
export const bars = [
  { figure: 'ratio', size: '12', peer: 'typst', atLeast: 8 },
  { figure: 'ratio', size: '150', peer: 'typst', atLeast: 10 },
  { figure: 'ratio', size: '5000', peer: 'typst', atLeast: 5 },
  { figure: 'ratio', size: '50000', peer: 'typst', atLeast: 4 },
  { figure: 'ratio', size: 'hostile', peer: 'typst', atLeast: 3 },
  { figure: 'ratio', size: '12', peer: 'chromium', atLeast: 150 },
  { figure: 'ratio', size: '150', peer: 'chromium', atLeast: 50 },
  { figure: 'ratio', size: '5000', peer: 'chromium', atLeast: 10 },
  { figure: 'memory', size: '12', atMost: 200 },
  { figure: 'memory', size: '5000', atMost: 300 },
  { figure: 'memory', size: '50000', atMost: 400 },
  { figure: 'file', size: '12', atMost: 0.04 },
  { figure: 'file', size: '150', atMost: 0.11 },
  { figure: 'file', size: '5000', atMost: 3 },
  { figure: 'growth', atMost: 1.3 },
  { figure: 'threads', atLeast: 1.6 },
  { figure: 'start', atMost: 0 },
  { figure: 'help', atMost: 100 },
];
