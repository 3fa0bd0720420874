/** Where customers of the make-believe account live: currency, language, and addresses and names as written there. */
export interface Country {
  readonly code: string;
  readonly currency: string;
  readonly language: string;
  readonly timeZone: string;
  readonly cities: readonly [City, ...City[]];
  readonly streets: readonly [string, ...string[]];
  readonly names: readonly [string, ...string[]];
  readonly forms: readonly [string, ...string[]];
  /** A VAT id, digits in place of `#`; null where the country has none of this kind. */
  readonly vatId: string | null;
  /** The tax number’s trait and form, where it has another one. */
  readonly taxNumber: readonly [trait: string, form: string] | null;
  /** The number of the house stands before the street. */
  readonly numberFirst: boolean;
}

type City = readonly [city: string, postalCode: string, state: string];

/** What most countries have not. */
export const plain = { vatId: null, taxNumber: null, numberFirst: false } as const;
