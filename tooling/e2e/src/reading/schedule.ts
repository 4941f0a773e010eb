import { type FaultInput, type FaultKind, VENDOR_IDS } from '@crossvault/simulators';
import { fc } from '@fast-check/vitest';
import { type House, openHouse } from './open-house.ts';

/** Troubles of one reading: for each vendor one fault a request, and pages between which it is not there at all. */
export interface Schedule {
  readonly seed: number;
  readonly limit: number;
  readonly pageSize: number;
  /** Versions in which the two Veeam products are contacted. */
  readonly versions: { readonly appliance: string; readonly console: 'v2' | 'v3' };
  readonly faults: readonly (readonly (FaultInput | null)[])[];
  readonly outages: readonly Outage[];
}

interface Outage {
  /** Index of the vendor. */
  readonly vendor: number;
  /** Page before which it stops. */
  readonly from: number;
  readonly pages: number;
}

const wait = fc.record({
  form: fc.constantFrom('seconds' as const, 'date' as const, 'body' as const, 'none' as const),
  seconds: fc.integer({ min: 0, max: 50 }),
});

/** Kinds that need nothing said. */
const plainKinds = [
  'hang',
  'reset-before',
  'reset-body',
  'truncated-json',
  'malformed-json',
  'html',
  'gzip',
  'unauthorized',
  'not-found',
  'timeout-status',
  'conflict',
  'shifted-page',
  'duplicate-page',
  'ignored-offset',
  'ignored-filter',
  'broken-order',
  'endless-link',
  'foreign-link',
  'error-envelope',
  'rotate-tokens',
  'wrong-content-type',
  'wrong-charset',
] as const satisfies readonly FaultKind[];

/** Every kind but `huge`, which is about memory, and `forbidden-fields`, after which a job cannot be what it is. */
const fault: fc.Arbitrary<FaultInput> = fc.oneof(
  { weight: 22, arbitrary: fc.constantFrom(...plainKinds).map((kind) => ({ kind })) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('latency' as const), delayMs: fc.constantFrom(500, 25_000) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('slow-drip' as const), delayMs: fc.constantFrom(100, 4000) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('throttled' as const), wait }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('status' as const),
      status: fc.constantFrom(400, 403, 429, 500, 501, 502, 503, 504, 520),
      body: fc.constantFrom('vendor' as const, 'html' as const, 'none' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('clock-skew' as const), seconds: fc.constantFrom(-7200, 90, 7200) }),
  },
);

/** A list that comes in disorder again and again has no order, and is taken for such a one: listed jobs may be listed again. */
const isOrderly = (faults: readonly (FaultInput | null)[]): boolean =>
  faults.filter((each) => each?.kind === 'broken-order').length <= 1;

/** Faults of one vendor's requests: one each, or none. */
export const vendorFaults = fc.array(fc.option(fault, { freq: 2 }), { maxLength: 14 }).filter(isOrderly);
const outage = fc.record({
  vendor: fc.nat(VENDOR_IDS.length - 1),
  from: fc.nat(4),
  pages: fc.integer({ min: 1, max: 3 }),
});

export const schedule: fc.Arbitrary<Schedule> = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  limit: fc.constantFrom(7, 20, 60),
  pageSize: fc.constantFrom(3, 10, 50),
  versions: fc.record({
    appliance: fc.constantFrom('v1', 'v3', 'v8.1'),
    console: fc.constantFrom('v2' as const, 'v3' as const),
  }),
  faults: fc.tuple(vendorFaults, vendorFaults, vendorFaults, vendorFaults),
  outages: fc.array(outage, { maxLength: 2 }),
});

/** The vendors of a schedule, with a small fleet that nothing is done to yet. */
export const openScheduled = ({ seed, pageSize, versions }: Schedule): Promise<House> =>
  openHouse({
    jobs: 24,
    seed,
    pageSize,
    veeamSpc: { apiVersion: versions.console },
    veeamAzure: { apiVersion: versions.appliance },
  });

export function planFaults({ vendors }: House, { faults }: Schedule): void {
  for (const [index, { vendor }] of vendors.entries()) vendor.faults.schedule({ faults: [...(faults[index] ?? [])] });
}

/** Stops and starts the vendors as the schedule says, before the page of that number. */
export async function playOutages({ vendors }: House, { outages }: Schedule, page: number): Promise<void> {
  for (const [index, { vendor }] of vendors.entries()) {
    const isOut = outages.some((each) => each.vendor === index && page >= each.from && page < each.from + each.pages);
    if (isOut) await vendor.stop();
    else await vendor.start();
  }
}
