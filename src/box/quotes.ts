/** Opening and closing marks, outer and inner (HTML, section 15.3.8; CLDR), by language. */
const MARKS: Readonly<Record<string, string | undefined>> = {
  ar: '”“’‘',
  cs: '„“‚‘',
  da: '“”‘’',
  de: '„“‚‘',
  es: '«»“”',
  et: '„“«»',
  fi: '””’’',
  fr: '«»«»',
  he: '””’’',
  hr: '„“‚‘',
  hu: '„”»«',
  it: '«»“”',
  ja: '「」『』',
  nb: '«»‘’',
  nl: '‘’“”',
  no: '«»‘’',
  pl: '„”«»',
  ru: '«»„“',
  sk: '„“‚‘',
  sl: '„“‚‘',
  sv: '””’’',
  uk: '«»„“',
};

const ENGLISH = '“”‘’';

/** The quotation mark of a language; `depth` counts the quotations around. */
export function quotationMark(language: string, depth: number, opens: boolean): string {
  const [name = ''] = language.toLowerCase().split('-');
  const marks = (Object.hasOwn(MARKS, name) ? MARKS[name] : undefined) ?? ENGLISH;
  return marks.charAt((depth > 0 ? 2 : 0) + (opens ? 0 : 1));
}
