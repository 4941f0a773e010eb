import { FAULT_KINDS, type FaultKind } from '@crossvault/simulators';
import { compareWithTruth, type Differences } from './compare.ts';
import { openHouse } from './open-house.ts';
import { readWhole } from './read-whole.ts';

/** What one whole reading took. */
export interface MeasuredReading {
  readonly jobs: number;
  readonly differences: Differences;
  /** Requests that the vendors got, tokens included. */
  readonly requests: number;
  /** How many of them were spoilt, by kind. */
  readonly faults: Readonly<Partial<Record<FaultKind, number>>>;
  readonly seconds: number;
}

/**
 * Expected requests: an answer that stays the same when repeated, a list that the vendor asks to read again, an answer
 * for memory's sake.
 */
const deliberate: readonly FaultKind[] = [
  'answer-held',
  'performed-late',
  'not-found',
  'conflict',
  'forbidden-fields',
  'ignored-filter',
  'broken-order',
  'endless-link',
  'foreign-link',
  'huge',
];
const mixed = FAULT_KINDS.filter((kind) => !deliberate.includes(kind));

export interface MeasuredOptions {
  readonly jobs: number;
  /** What part of the requests fails, in mixed ways. */
  readonly failing: number;
  readonly seed: number;
}

/** Reads the jobs of all vendors to the end, some of whose requests fail. */
export async function measureReading({ jobs, failing, seed }: MeasuredOptions): Promise<MeasuredReading> {
  const house = await openHouse({
    jobs,
    seed,
    days: 60,
    rememberedRequests: 1,
    deadlineMs: 120_000,
    veeamSpc: { apiVersion: 'v3' },
  });
  try {
    for (const { id, vendor } of house.vendors) {
      const plan = { seed: `${seed} ${id}`, probability: failing, kinds: mixed, maxConsecutive: 3 };
      if (failing > 0) vendor.faults.random(plan);
    }
    const before = house.simulators.truth();
    const started = performance.now();
    const reading = await readWhole(house, { limit: 500, mostPages: 5000, pauseMs: 1000 });
    return {
      jobs: reading.jobs.length,
      differences: compareWithTruth(reading.jobs, before, house.simulators.truth()),
      requests: house.vendors.reduce((sum, { vendor }) => sum + vendor.requestCount, 0),
      faults: countKinds(house.vendors.flatMap(({ vendor }) => vendor.faults.done.map(({ kind }) => kind))),
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    await house.close();
  }
}

function countKinds(kinds: readonly FaultKind[]): Readonly<Partial<Record<FaultKind, number>>> {
  const counts: Partial<Record<FaultKind, number>> = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
