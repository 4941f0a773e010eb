import {
  type CallOptions,
  type Clock,
  type Connector,
  CrossvaultError,
  type JobRecord,
  type Logger,
  orAbort,
  startDeadline,
} from '@crossvault/core';
import { isListRowNewer, type JobStore, type PutObservation, type StoredJob } from '@crossvault/core/store';
import type { Synchronizer } from '../sync/synchronizer.ts';

/** The store, and the synchronizer that keeps it up to date. */
export interface History {
  readonly store: JobStore;
  readonly synchronizer: Pick<Synchronizer, 'syncNow' | 'states'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly logger: Logger;
}

/** The same for one caller: its reads of the store end when the caller disconnects. */
export const during = <Known extends History | null>(history: Known, { signal }: CallOptions): Known =>
  history === null ? history : { ...history, store: history.store.during(signal) };

/** Makes one call to the vendor, within the deadline of its caller. */
export type AskVendor = <T>(run: (connector: Connector, call: CallOptions) => Promise<T>) => Promise<T>;

/** Whether the store has the whole job: it was read by a single get, and no list row is newer. */
export function isWhole({ known }: StoredJob): boolean {
  const { full } = known;
  return full !== null && (full.record.job.ended || !isListRowNewer(known));
}

/** Reads a whole job at its vendor, and stores it. */
export function readAndKeep(
  history: History,
  ask: AskVendor,
  key: JobRecord['key'],
  knownAs?: string,
): Promise<JobRecord> {
  return ask(async (connector, call) => {
    const number = await takeNumber(history);
    const record = await connector.getJob(key, call).catch(async (error: unknown) => {
      if (number !== null && knownAs !== undefined) await noteIfGone(history, knownAs, number, error);
      throw error;
    });
    if (number === null) return record;
    const { mapperVersion } = connector;
    return keep(history, { record, mapperVersion, number, ...(knownAs === undefined ? {} : { knownAs }) });
  });
}

/** Null where the store gives none: what is read then is returned and not stored, since its age is unknown. */
async function takeNumber({ store, logger }: History): Promise<number | null> {
  try {
    return await store.takeReadingNumber();
  } catch (error) {
    logger.warn({ error }, 'The store gave no reading number; a job is read at its vendor and not stored.');
    return null;
  }
}

/** Marks a stored job as gone where the vendor reports it as not found; a list that shows it later restores it. */
async function noteIfGone(
  { store, clock, logger }: History,
  id: string,
  number: number,
  error: unknown,
): Promise<void> {
  if (!CrossvaultError.isInstance(error) || error.code !== 'job-not-found') return;
  const at = new Date(clock.now()).toISOString();
  await store.markGone([id], { at, number }).catch((fault: unknown) => {
    logger.warn({ error: fault }, 'A job is gone at its vendor, and that could not be stored.');
  });
}

/** Stores the reading and returns the merged job. A reading that cannot be stored is returned as it was read. */
async function keep({ store, logger }: History, read: PutObservation): Promise<JobRecord> {
  try {
    const { outcomes } = await store.putJobs([read]);
    const id = outcomes[0]?.id ?? read.record.job.id;
    return (await store.getJob(id))?.record ?? read.record;
  } catch (error) {
    const { connection } = read.record.job;
    logger.warn({ connection, error }, 'A job was read at its vendor and could not be stored.');
    return read.record;
  }
}

const notKept =
  'There is no history without a store. In crossvault.yaml choose sqlite or postgres instead of store: { type: none }; in a program give createEngine a store.';

/** The error of every call that needs a store where there is none. `why` is null where the configuration keeps no history. */
export const toStoreMissing = (why: string | null): CrossvaultError =>
  new CrossvaultError({ code: 'store-missing', message: why ?? notKept, parameter: 'store' });

export interface StorePresence {
  readonly store: JobStore | null;
  /** Why there is no store yet although the configuration names one; null for any other reason. */
  readonly absentStore: string | null;
}

/** The store. Throws `store-missing` where there is none. */
export function requireStore({ store, absentStore }: StorePresence): JobStore {
  if (store !== null) return store;
  throw toStoreMissing(absentStore);
}

/** A store that takes longer for its smallest read is not ready. */
const readyMs = 3_000;

/** Makes a small read of the store, where there is one. Throws its fault, or `store-unavailable` when no answer comes. */
export async function demandStore(store: JobStore | null, clock: Clock, { signal }: CallOptions): Promise<void> {
  if (store === null) return;
  const deadline = startDeadline(
    clock,
    readyMs,
    () =>
      new CrossvaultError({
        code: 'store-unavailable',
        message: `The store gave no answer within ${readyMs / 1000} seconds.`,
      }),
    signal,
  );
  try {
    await orAbort(deadline.signal, () => store.during(deadline.signal).lastChange());
  } finally {
    deadline.release();
  }
}
