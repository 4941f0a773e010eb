import { phaseOf } from '../fleet/course.ts';
import type { Random } from '../fleet/random.ts';
import { growSession, growShape } from './fleet.ts';
import type { KeptPolicy } from './policies.ts';
import type { PolicySort } from './policy-sort.ts';
import type { VeeamSession } from './session.ts';

/** The sessions that a run of each sort is made of. Policies by agreed service level run by themselves. */
const RUN_TYPES: Readonly<Record<PolicySort, readonly string[]>> = {
  virtualMachines: ['PolicySnapshot', 'PolicyBackup'],
  sql: ['SqlPolicyBackup'],
  fileShares: ['FileSharePolicySnapshot'],
  cosmosDb: ['PostgresDbPolicyBackup'],
  vnet: ['VnetPolicyBackup', 'VnetPolicyBackupToRepository'],
  slaBased: [],
};

const MINUTE_MS = 60_000;
const PENDING_MS = 4000;
/** How long a session continues that is being stopped. */
const STOPPING_MS = 30_000;

/** What a policy that is started by hand runs in, from now on: milliseconds apart, the first one being the shorter. */
export const growHandRun = (random: Random, policy: KeptPolicy, nowMs: number): VeeamSession[] =>
  RUN_TYPES[policy.sort].map((type, index) => {
    const plain = {
      outcome: 'Success',
      openWord: 'Running',
      duration: 'plain',
      length: 'usual',
      empty: false,
    } as const;
    const shape = growShape(random, { type, ...plain });
    const durationMs = (index + 1) * random.integer(2 * MINUTE_MS, 6 * MINUTE_MS);
    const course = { startMs: nowMs + index * 12, queuedForMs: PENDING_MS, closingAfterMs: null, durationMs };
    return { ...growSession(random, shape, course), policy };
  });

/** The session as it continues once it is being stopped. */
export const stopSession = (session: VeeamSession, nowMs: number): VeeamSession => {
  const { course, shape } = session;
  if (phaseOf(course, nowMs) === 'closing') return session;
  const elapsedMs = Math.max(0, nowMs - course.startMs);
  const stopped = { ...course, closingAfterMs: elapsedMs, durationMs: elapsedMs + STOPPING_MS };
  return { ...session, course: stopped, shape: { ...shape, outcome: 'Canceled' } };
};

export const isAtWork = ({ course, page }: VeeamSession, nowMs: number): boolean =>
  page === null && ['queued', 'running', 'closing'].includes(phaseOf(course, nowMs));
