import type { Settings } from '../config/settings.ts';
import type { Profile } from './source.ts';

const PEPPOL_PROCESS = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';

/** BT-24 and BT-23 of each profile. */
export const PROFILES: Readonly<
  Record<Profile, { readonly guideline: string; readonly process: string | null }>
> = {
  en16931: { guideline: 'urn:cen.eu:en16931:2017', process: null },
  xrechnung: {
    guideline: 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0',
    process: PEPPOL_PROCESS,
  },
  peppol: {
    guideline: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
    process: PEPPOL_PROCESS,
  },
};

/**
 * The profile of the invoice inside the PDF; null for none. Left to itself, a document carries one as soon as it can be
 * meant to: tax rules and the seller's VAT id are configured.
 */
export function profileOf({ eInvoice, tax, seller }: Settings): 'en16931' | 'xrechnung' | null {
  const { profile } = eInvoice;
  if (profile === 'none') return null;
  if (profile !== 'auto') return profile;
  return tax.rules.length > 0 && seller.vatId !== '' ? 'en16931' : null;
}
