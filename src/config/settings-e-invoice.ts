/** The rules that an electronic invoice follows. */
export const E_INVOICE_PROFILES = ['none', 'en16931', 'xrechnung'] as const;

/** An identifier with the code of its scheme; an empty scheme is none. */
export interface SchemedIdentifier {
  readonly scheme: string;
  readonly value: string;
}

/** What an electronic invoice says besides what stands on paper. Empty strings are "not there". */
export interface EInvoiceSettings {
  /** `auto`: as EN 16931 wants it where tax rules and a VAT id are configured, else none. */
  readonly profile: (typeof E_INVOICE_PROFILES)[number] | 'auto';
  /** EN 16931 BT-10, the Leitweg-ID of German authorities. */
  readonly buyerReference: string;
  /** BT-12. */
  readonly contract: string;
  /** BT-23; empty leaves it to the profile. */
  readonly process: string;
  /** BT-34 and BT-49; null takes the e-mail address. */
  readonly sellerEndpoint: SchemedIdentifier | null;
  readonly buyerEndpoint: SchemedIdentifier | null;
  /** BT-30 and BT-47. */
  readonly sellerLegalId: SchemedIdentifier | null;
  readonly buyerLegalId: SchemedIdentifier | null;
  /** BT-41, whom to ask; empty takes the seller's name. */
  readonly contact: string;
  /** BT-130 (UN/ECE Recommendation 20) by meter API name or product item id. */
  readonly units: Readonly<Record<string, string>>;
  /** BG-1. */
  readonly notes: readonly { readonly text: string; readonly subject: string }[];
}
