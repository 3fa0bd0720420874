import * as z from 'zod';
import { E_INVOICE_PROFILES, type EInvoiceSettings } from './settings-e-invoice.ts';

const identifier = z.strictObject({
  scheme: z
    .string()
    .regex(/^[0-9A-Z]{0,4}$/, 'a scheme code of up to four digits or capital letters')
    .default('')
    .describe('Code of its scheme: `0204`, `9930`, `EM`.'),
  value: z.string().min(1).describe('The identifier.'),
});

const note = z.strictObject({
  text: z.string().min(1).describe('What it says.'),
  subject: z
    .string()
    .regex(/^([A-Z]{3})?$/, 'three capital letters of UNTDID 4451')
    .default('')
    .describe('Code of its subject (UNTDID 4451): `PMD`, `AAB`.'),
});

/** What an electronic invoice says besides what stands on paper. */
export const eInvoiceSchema = z.strictObject({
  profile: z
    .enum([...E_INVOICE_PROFILES, 'auto'])
    .optional()
    .describe(
      'Electronic invoice inside the PDF: EN 16931 as factur-x.xml, XRechnung as xrechnung.xml, or none. ' +
        'Default: `auto`, which is `en16931` where there are tax rules and a `seller.vatId`.',
    ),
  buyerReference: z
    .string()
    .optional()
    .describe('What the customer wants to be quoted, such as a Leitweg-ID (BT-10).'),
  contract: z.string().optional().describe('Number of the contract (BT-12).'),
  process: z.string().optional().describe('Business process (BT-23). Default: the profile’s.'),
  sellerEndpoint: identifier
    .optional()
    .describe('Electronic address of the seller (BT-34). Default: its e-mail address.'),
  buyerEndpoint: identifier
    .optional()
    .describe('Electronic address of the customer (BT-49). Default: the first recipient.'),
  sellerLegalId: identifier.optional().describe('Registration of the seller (BT-30).'),
  buyerLegalId: identifier.optional().describe('Registration of the customer (BT-47).'),
  contact: z.string().optional().describe('Whom to ask (BT-41). Default: the seller’s name.'),
  units: z
    .record(
      z.string(),
      z.string().regex(/^[0-9A-Z]{1,3}$/, 'a code of UN/ECE Recommendation 20, such as HUR'),
    )
    .optional()
    .describe('Unit codes of UN/ECE Recommendation 20 by meter API name or product item id.'),
  notes: z.array(note).max(20).optional().describe('Notes (BG-1).'),
});

/** Settings of electronic invoices with defaults in place of what was left out. */
export function eInvoiceSettings(
  given: z.output<typeof eInvoiceSchema> | undefined,
): EInvoiceSettings {
  return {
    profile: given?.profile ?? 'auto',
    buyerReference: given?.buyerReference ?? '',
    contract: given?.contract ?? '',
    process: given?.process ?? '',
    sellerEndpoint: given?.sellerEndpoint ?? null,
    buyerEndpoint: given?.buyerEndpoint ?? null,
    sellerLegalId: given?.sellerLegalId ?? null,
    buyerLegalId: given?.buyerLegalId ?? null,
    contact: given?.contact ?? '',
    units: given?.units ?? {},
    notes: given?.notes ?? [],
  };
}
