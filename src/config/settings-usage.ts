/** How the usage of an invoice is explained. */
export interface UsageSettings {
  /** Names of dimensions, the outermost group first. */
  readonly groupBy: readonly string[];
  readonly hideZero: boolean;
  /** Most lines of an item, and most items; null for all. */
  readonly top: number | null;
  readonly annex: 'none' | 'days' | 'hours';
  readonly csv: 'none' | 'beside' | 'inside' | 'both';
  /** By meter or item id. */
  readonly allowances: Readonly<Record<string, Allowance>>;
}

/** What a plan grants or demands of an item; the invoice does not say it. */
export interface Allowance {
  /** Units free of charge. */
  readonly included: number | null;
  /** Least charge, in the base currency. */
  readonly minimum: number | null;
}
