/** Countries whose paper is US Letter (CLDR supplemental data, paperSize). */
const LETTER = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));

/** The usual paper of a country; A4 where it is not known. */
export function paperOf(country: string): 'A4' | 'Letter' {
  return LETTER.has(country) ? 'Letter' : 'A4';
}
