/** A price for so many units from a unit on, in ten thousandths of the plan’s currency. */
export interface Tier {
  readonly from: number;
  readonly price: number;
  readonly per: number;
}

/** A metered product item of a plan. */
export interface Meter {
  readonly api: string;
  readonly name: string;
  /** Least and most units a month, before the customer’s size. */
  readonly units: readonly [number, number];
  /** Parts that a unit is counted in: 4 for quarter hours. */
  readonly parts: number;
  readonly tiers: readonly [Tier, ...Tier[]];
  readonly dimensions: Readonly<Record<string, readonly [string, ...string[]]>>;
  /** Whether usage comes with its hours. */
  readonly byHour: boolean;
}

/** A fee of a plan, in ten thousandths of its currency. */
export interface Fee {
  readonly name: string;
  readonly description: string;
  readonly cost: number;
  readonly kind: 'recurring' | 'one-time' | 'prorated';
}

/** A plan of the make-believe account. */
export interface Plan {
  readonly name: string;
  readonly base: 'USD' | 'EUR';
  readonly meters: readonly Meter[];
  readonly fees: readonly Fee[];
  /** Share of items and fees that support costs, in percent. */
  readonly support: number;
  /** Percent off, for everything discountable. */
  readonly discount: number;
  /** Usage that is free, in ten thousandths. */
  readonly freeTier: number;
  /** Spending that was promised for a month, in ten thousandths. */
  readonly commitment: number;
  readonly credits: boolean;
  /** Prepaid money on the first of the month, in ten thousandths. */
  readonly wallet: number;
}

const REGIONS = ['eu-west-1', 'us-east-1', 'ap-south-1'] as const;

const REQUESTS: Meter = {
  api: 'api_requests',
  name: 'API requests',
  units: [40_000, 1_400_000],
  parts: 1,
  tiers: [
    { from: 0, price: 4, per: 1 },
    { from: 100_000, price: 3, per: 1 },
    { from: 1_000_000, price: 2, per: 1 },
  ],
  dimensions: { region: REGIONS, class: ['standard', 'premium'] },
  byHour: false,
};

const STORAGE: Meter = {
  api: 'storage_gb_hours',
  name: 'Object storage',
  units: [8_000, 240_000],
  parts: 1,
  tiers: [{ from: 0, price: 12, per: 1 }],
  dimensions: { storageClass: ['hot', 'cold'] },
  byHour: false,
};

const EGRESS: Meter = {
  api: 'egress_gb',
  name: 'Data transfer out',
  units: [20, 4_800],
  parts: 100,
  tiers: [
    { from: 0, price: 900, per: 1 },
    { from: 1_000, price: 700, per: 1 },
  ],
  dimensions: { zone: ['europe', 'americas', 'asia-pacific'] },
  byHour: false,
};

const COMPUTE: Meter = {
  api: 'vcpu_hours',
  name: 'Compute',
  units: [300, 9_000],
  parts: 4,
  tiers: [{ from: 0, price: 520, per: 1 }],
  dimensions: { machine: ['m3.small', 'm3.large', 'c3.xlarge'], region: REGIONS },
  byHour: true,
};

const GPU: Meter = {
  api: 'gpu_hours',
  name: 'GPU hours',
  units: [4, 220],
  parts: 4,
  tiers: [{ from: 0, price: 24_000, per: 1 }],
  dimensions: { gpu: ['a100', 'h100', 'l4'] },
  byHour: true,
};

const TOKENS: Meter = {
  api: 'model_tokens',
  name: 'Model tokens',
  units: [2_000_000, 90_000_000],
  parts: 1,
  tiers: [
    { from: 0, price: 3, per: 100 },
    { from: 10_000_000, price: 2, per: 100 },
  ],
  dimensions: { model: ['halcyon-small', 'halcyon-large'], direction: ['input', 'output'] },
  byHour: false,
};

const LOGS: Meter = {
  api: 'log_ingest_gb',
  name: 'Log ingestion',
  units: [5, 900],
  parts: 1000,
  tiers: [{ from: 0, price: 5_000, per: 1 }],
  dimensions: {},
  byHour: false,
};

const SEATS: Meter = {
  api: 'active_seats',
  name: 'Active seats',
  units: [2, 90],
  parts: 1,
  tiers: [
    { from: 0, price: 150_000, per: 1 },
    { from: 25, price: 120_000, per: 1 },
  ],
  dimensions: {},
  byHour: false,
};

const nothing = {
  fees: [],
  support: 0,
  discount: 0,
  freeTier: 0,
  commitment: 0,
  credits: false,
  wallet: 0,
} as const;

/** The plan’s price each month. */
const platformFee = (cost: number): Fee => ({
  name: 'Platform fee',
  description: 'Base subscription',
  cost,
  kind: 'recurring',
});

const STARTER: Plan = {
  ...nothing,
  name: 'Starter',
  base: 'USD',
  meters: [REQUESTS, STORAGE],
  freeTier: 250_000,
};

/** The plan with everything: credits, a wallet, support, a free tier and a discount. */
export const SCALE_MONTHLY: Plan = {
  ...nothing,
  name: 'Scale Monthly',
  base: 'USD',
  meters: [REQUESTS, STORAGE, GPU],
  fees: [platformFee(1_990_000)],
  support: 5,
  discount: 5,
  freeTier: 250_000,
  credits: true,
  wallet: 4_000_000,
};

/** The plans of the account; a customer has the one at its index. */
export const PLANS: readonly [Plan, ...Plan[]] = [
  {
    ...nothing,
    name: 'Scale EU',
    base: 'EUR',
    meters: [REQUESTS, COMPUTE, STORAGE, EGRESS],
    fees: [platformFee(1_990_000)],
    support: 5,
  },
  {
    ...nothing,
    name: 'Enterprise',
    base: 'USD',
    meters: [REQUESTS, COMPUTE, GPU, STORAGE, EGRESS, LOGS, SEATS],
    fees: [
      platformFee(25_000_000),
      { name: 'Dedicated network', description: 'Private link', cost: 4_500_000, kind: 'prorated' },
      { name: 'Onboarding', description: 'Migration workshop', cost: 12_000_000, kind: 'one-time' },
    ],
    support: 8,
    discount: 10,
    commitment: 60_000_000,
  },
  STARTER,
  SCALE_MONTHLY,
  {
    ...nothing,
    name: 'AI Platform',
    base: 'USD',
    meters: [TOKENS, GPU, STORAGE, SEATS],
    fees: [platformFee(490_000)],
    freeTier: 100_000,
  },
  {
    ...nothing,
    name: 'Growth Monthly',
    base: 'USD',
    meters: [REQUESTS, COMPUTE, STORAGE, EGRESS, LOGS],
    fees: [platformFee(490_000)],
    discount: 15,
  },
  {
    ...nothing,
    name: 'Prepaid',
    base: 'USD',
    meters: [REQUESTS, TOKENS, EGRESS],
    credits: true,
    wallet: 90_000_000,
  },
];

/** The plan before a change in the middle of a month. */
export const FORMER_PLAN: Plan = STARTER;
