import {
  type CallOptions,
  type Clock,
  type Connector,
  CrossvaultError,
  type JobRecord,
  type Logger,
  startDeadline,
} from '@crossvault/core';
import type { JobStore, LeaseClaim, SyncMemory } from '@crossvault/core/store';
import type { Source } from '../connections/source.ts';
import type { InsightStore } from '../insight/evaluation/insight-store.ts';
import { daysBefore, syncTiming } from './sync-timing.ts';

/** The part of the store that a sync uses. */
export type SyncStore = Pick<
  JobStore,
  | keyof SyncMemory
  | 'takeReadingNumber'
  | 'putJobs'
  | 'remapJobs'
  | 'markGone'
  | 'markMissed'
  | 'deleteOlderThan'
  | 'getJob'
  | 'findByNativeId'
  | 'openJobs'
  | 'unreadJobs'
  | 'listedJobs'
  | 'outdatedJobs'
  | 'putThings'
  | 'markThingsMissed'
  | 'storedTexts'
  | 'rewriteTexts'
> &
  InsightStore;

/** The dependencies of the sync of one connection, while it holds the lease. */
export interface SyncParts {
  readonly source: Source;
  readonly connector: Connector;
  readonly store: SyncStore;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Sent with every write: without the lease the store refuses the write. */
  readonly lease: LeaseClaim;
  /** Aborted when the sync ends or the lease is lost. */
  readonly signal: AbortSignal;
}

export const connectionOf = ({ source }: Pick<SyncParts, 'source'>): string => source.connection.name;

export const instantOf = ({ clock }: Pick<SyncParts, 'clock'>): string => new Date(clock.now()).toISOString();

/** The start of history: older jobs are not read. */
export const historyStart = ({ source, clock }: Pick<SyncParts, 'source' | 'clock'>): string =>
  daysBefore(clock.now(), source.connection.historyDays ?? 90);

/** One request to the vendor, in the connection's queue with all others. */
export async function askVendor<T>(
  parts: SyncParts,
  run: (connector: Connector, call: CallOptions) => Promise<T>,
): Promise<T> {
  const name = connectionOf(parts);
  const message = `${name} did not answer within ${syncTiming.patienceMs / 1000} seconds.`;
  const toReason = () => new CrossvaultError({ code: 'source-timeout', message, source: name });
  const deadline = startDeadline(parts.clock, syncTiming.patienceMs, toReason, parts.signal);
  const call: CallOptions = {
    signal: deadline.signal,
    ...(deadline.endsAtMs === undefined ? {} : { endsAtMs: deadline.endsAtMs }),
    recall: (list, nativeIds) => recall(parts, list, nativeIds),
  };
  try {
    return await parts.source.ask(call, (connector) => run(connector, call));
  } finally {
    deadline.release();
  }
}

/** What was read, and the number that was taken before it was asked for. */
interface Numbered<T> {
  readonly number: number;
  readonly answer: T;
}

/** The same, with a reading number that is taken when the request's turn has come and before it leaves. */
export const askNumbered = <T>(
  parts: SyncParts,
  run: (connector: Connector, call: CallOptions) => Promise<T>,
): Promise<Numbered<T>> =>
  askVendor(parts, async (connector, call) => {
    const number = await parts.store.takeReadingNumber();
    return { number, answer: await run(connector, call) };
  });

async function recall({ source, store }: SyncParts, list: string, nativeIds: readonly string[]) {
  const found = await Promise.all(nativeIds.map((id) => store.findByNativeId([source.connection.name], id)));
  return new Map(
    found
      .flat()
      .filter(({ record }) => record.context.list === list)
      .map(({ record }) => [record.job.nativeId, record.context] as const),
  );
}

/** Faults that are not the vendor's: of the store, or a lost lease. */
export const endsSync = ({ code }: CrossvaultError): boolean => code.startsWith('store-') || code === 'lease-lost';

/** Whether the vendor's budget allows work that can wait. */
export function hasBudget({ connector }: SyncParts): boolean {
  const { budget, circuit, waitMs } = connector.condition();
  return waitMs <= 0 && circuit === 'closed' && (budget?.remaining ?? Number.POSITIVE_INFINITY) > syncTiming.budgetLeft;
}

/** A job as it was read, and the number that was taken before it was asked for. */
export interface ReadRow {
  readonly record: JobRecord;
  readonly number: number;
}
