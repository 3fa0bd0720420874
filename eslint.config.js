import tseslint from 'typescript-eslint';

const ban = (selector, message) => ({ selector, message });

const everywhere = [
  ban('TSNonNullExpression', 'A non-null assertion hides a case. Test for it, or change the type.'),
  ban('ExportDefaultDeclaration', 'A default export has no name to search for. Name the export.'),
  ban('ExportAllDeclaration', 'Barrels cause import cycles. Import the file that has the thing.'),
];

const floating = [
  ban('CallExpression[callee.name="parseFloat"]', 'Floating point loses cents. Parse with money/.'),
  ban('MemberExpression[property.name="toFixed"]', 'toFixed rounds binary fractions. Use money/.'),
  ban(
    'MemberExpression[object.name="Math"][property.name="round"]',
    'Rounding of money is named: use money/round.ts.',
  ),
];

const pure = [
  ban(
    'MemberExpression[object.name="Date"][property.name="now"]',
    'Same input, same bytes: the clock comes in through World.',
  ),
  ban(
    'NewExpression[callee.name="Date"][arguments.length=0]',
    'Same input, same bytes: the clock comes in through World.',
  ),
  ban('MemberExpression[object.name="Math"][property.name="random"]', 'Same input, same bytes.'),
  ban(
    'MemberExpression[object.name="console"]',
    'Stages return warnings; only the command prints.',
  ),
  ban(
    'MemberExpression[object.name="process"]',
    'Stages read no environment; only the command does.',
  ),
  ban(
    'CallExpression[callee.property.name="localeCompare"]',
    'Order must not depend on the locale of the machine. Compare code units.',
  ),
  ban(
    'CallExpression[callee.property.name=/^toLocale/][arguments.length=0]',
    'Name the locale: the one of the machine leaks in.',
  ),
];

const stages = [
  'money',
  'invoice',
  'view',
  'template',
  'markup',
  'style',
  'box',
  'layout',
  'paginate',
  'draw',
  'font',
];

export default [
  { ignores: ['dist', 'output', 'node_modules', 'bench/node_modules'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    rules: {
      eqeqeq: 'error',
      'max-params': ['error', { max: 4 }],
      'no-restricted-syntax': ['error', ...everywhere],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: stages.map((stage) => `src/${stage}/**/*.ts`),
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...pure] },
  },
  {
    files: ['fetch', 'money', 'invoice', 'view', 'config', 'template'].map(
      (stage) => `src/${stage}/**/*.ts`,
    ),
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...pure, ...floating] },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/draw/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'pdfkit', message: 'Only draw/ knows the file writer.' }] },
      ],
    },
  },
  { files: ['*.config.ts', 'vitest.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
];
