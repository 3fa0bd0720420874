/**
 * An electronic invoice in the business terms (BT, BG) of EN 16931-1:2017, section 6.3. Nothing in here is computed
 * later: amounts are plain decimals as they stand in the XML, dates are ISO 8601 days, null is "not there".
 */
export interface EInvoice {
  /** BT-24: which rules the document follows. */
  readonly guideline: string;
  /** BT-23. */
  readonly process: string | null;
  /** BT-1. */
  readonly number: string;
  /** BT-2. */
  readonly issued: Day;
  /** BT-3 (UNTDID 1001). */
  readonly kind: DocumentKind;
  /** BT-5. */
  readonly currency: string;
  /** BT-6 with BT-111, where VAT is accounted for in another currency. */
  readonly accounting: { readonly currency: string; readonly tax: WrittenDecimal } | null;
  /** BT-9. */
  readonly due: Day | null;
  /** BT-10. */
  readonly buyerReference: string | null;
  /** BT-13. */
  readonly purchaseOrder: string | null;
  /** BT-12. */
  readonly contract: string | null;
  /** BT-20. */
  readonly terms: string | null;
  /** BG-1. */
  readonly notes: readonly Note[];
  /** BG-3. */
  readonly preceding: readonly PrecedingInvoice[];
  /** BG-4. */
  readonly seller: Party;
  /** BG-7. */
  readonly buyer: Party;
  /** BT-72. */
  readonly delivered: Day | null;
  /** BG-15, which intra-community supplies need. */
  readonly deliveredTo: PartyAddress | null;
  /** BG-14. */
  readonly period: Period | null;
  /** BG-16. */
  readonly payment: Payment | null;
  /** BG-20 and BG-21. */
  readonly adjustments: readonly Adjustment[];
  /** BG-22. */
  readonly totals: DocumentTotals;
  /** BG-23. */
  readonly taxes: readonly TaxRow[];
  /** BG-25. */
  readonly lines: readonly Line[];
}

/** A decimal as XML writes it: `-1234.50`, never an exponent. */
export type WrittenDecimal = string;

/** `2026-11-22`. */
export type Day = string;

/** Commercial invoice, corrected invoice, credit note. */
export type DocumentKind = '380' | '384' | '381';

/** VAT category (UNTDID 5305, the part that EN 16931 allows). */
export type TaxCategory = 'S' | 'Z' | 'E' | 'AE' | 'K' | 'G' | 'O' | 'L' | 'M';

/** BT-22 with BT-21. */
export interface Note {
  readonly text: string;
  readonly subject: string | null;
}

/** BT-25 and BT-26. */
export interface PrecedingInvoice {
  readonly number: string;
  readonly issued: Day | null;
}

/** Both days belong to it. */
export interface Period {
  readonly start: Day;
  readonly end: Day;
}

/** An identifier with the scheme that it is one of (ISO 6523, or EAS for electronic addresses). */
export interface SchemedId {
  readonly value: string;
  readonly scheme: string | null;
}

/** Seller or buyer. */
export interface Party {
  /** BT-27, BT-44. */
  readonly name: string;
  /** BT-28, BT-45. */
  readonly tradingName: string | null;
  /** BT-29, BT-46. */
  readonly id: SchemedId | null;
  /** BT-30, BT-47. */
  readonly legalId: SchemedId | null;
  /** BT-31, BT-48. */
  readonly vatId: string | null;
  /** BT-32 (seller only). */
  readonly taxNumber: string | null;
  /** BT-33 (seller only). */
  readonly legalText: string | null;
  /** BT-34, BT-49. */
  readonly endpoint: SchemedId | null;
  /** BG-5, BG-8. */
  readonly address: PartyAddress;
  /** BG-6, BG-9. */
  readonly contact: Contact | null;
}

/** At most three lines: BT-35, BT-36, BT-162 and so on. */
export interface PartyAddress {
  readonly lines: readonly string[];
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly country: string;
}

/** BT-41 to BT-43, BT-56 to BT-58. */
export interface Contact {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** BG-16 with one BG-17. */
export interface Payment {
  /** BT-81 (UNTDID 4461): 58 SEPA credit transfer, 30 credit transfer, 1 not defined. */
  readonly code: '58' | '30' | '1';
  /** BT-83. */
  readonly reference: string;
  /** BT-84: an IBAN, or the account's number at its bank. */
  readonly account: { readonly kind: 'iban' | 'other'; readonly value: string } | null;
  /** BT-85. */
  readonly holder: string | null;
  /** BT-86. */
  readonly bic: string | null;
}

/** An allowance or charge on document level. */
export interface Adjustment extends LineAdjustment {
  readonly tax: ItemTax;
}

/** An allowance or charge on a line (BG-27, BG-28). */
export interface LineAdjustment {
  readonly kind: 'allowance' | 'charge';
  readonly amount: WrittenDecimal;
  readonly reason: string;
  /** UNTDID 5189 for allowances, 7161 for charges. */
  readonly code: string | null;
}

/** BT-151 and BT-152; category O has no rate. */
export interface ItemTax {
  readonly category: TaxCategory;
  readonly rate: WrittenDecimal | null;
}

/** BG-23. */
export interface TaxRow extends ItemTax {
  /** BT-116. */
  readonly base: WrittenDecimal;
  /** BT-117. */
  readonly tax: WrittenDecimal;
  /** BT-120. */
  readonly reason: string | null;
  /** BT-121. */
  readonly reasonCode: string | null;
}

/** BG-25. */
export interface Line {
  /** BT-126. */
  readonly id: string;
  /** BT-127. */
  readonly note: string | null;
  /** BT-153. */
  readonly name: string;
  /** BT-154. */
  readonly description: string | null;
  /** BT-155. */
  readonly sellerId: string | null;
  /** BG-32. */
  readonly properties: readonly Property[];
  /** BT-129. */
  readonly quantity: WrittenDecimal;
  /** BT-130 (UN/ECE Recommendation 20). */
  readonly unit: string;
  /** BT-146. */
  readonly price: WrittenDecimal;
  /** BT-149; null for one. */
  readonly baseQuantity: WrittenDecimal | null;
  readonly period: Period | null;
  readonly adjustments: readonly LineAdjustment[];
  readonly tax: ItemTax;
  /** BT-131. */
  readonly net: WrittenDecimal;
}

/** BT-160 and BT-161. */
export interface Property {
  readonly name: string;
  readonly value: string;
}

/** BG-22. */
export interface DocumentTotals {
  /** BT-106. */
  readonly lines: WrittenDecimal;
  /** BT-107. */
  readonly allowances: WrittenDecimal;
  /** BT-108. */
  readonly charges: WrittenDecimal;
  /** BT-109. */
  readonly net: WrittenDecimal;
  /** BT-110. */
  readonly tax: WrittenDecimal;
  /** BT-112. */
  readonly gross: WrittenDecimal;
  /** BT-113. */
  readonly prepaid: WrittenDecimal;
  /** BT-114. */
  readonly rounding: WrittenDecimal;
  /** BT-115. */
  readonly due: WrittenDecimal;
}
