/**
 * Codes of ISO 4217 list one, and those withdrawn since 2020 that old invoices carry. Kept as data because
 * `Intl.supportedValuesOf('currency')` changes with the Node release.
 */
const CODES = `
  AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD
  CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP
  GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW
  KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD
  NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE
  SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED
  VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG ZWL`;

/** Codes whose minor unit is not a hundredth. CLDR's digits differ (HUF, IDR, RSD: 0): they follow cash, not books. */
const MINOR_UNITS: readonly (readonly [digits: number, codes: string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];

/** Decimals of the minor unit by currency code (ISO 4217). */
export const ISO_4217_DIGITS: ReadonlyMap<string, number> = new Map([
  ...words(CODES).map((code) => [code, 2] as const),
  ...MINOR_UNITS.flatMap(([digits, codes]) => words(codes).map((code) => [code, digits] as const)),
]);

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
