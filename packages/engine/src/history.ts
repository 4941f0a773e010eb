import type { CallOptions, Connector, JobRecord, JobStore, Logger, StoredJob } from '@crossvault/contract';
import type { Synchronizer } from './sync/synchronizer.ts';

/** What is remembered, and what keeps it so. */
export interface History {
  readonly store: JobStore;
  readonly synchronizer: Pick<Synchronizer, 'syncNow' | 'states'>;
  readonly logger: Logger;
}

/** The same for one caller: what it reads of the store ends when it is gone. */
export const during = <Known extends History | null>(history: Known, { signal }: CallOptions): Known =>
  history === null ? history : { ...history, store: history.store.during(signal) };

/** One call to the vendor, within somebody's deadline. */
export type AskVendor = <T>(run: (connector: Connector, call: CallOptions) => Promise<T>) => Promise<T>;

/** Whether a single get would say nothing that is not stored: it was read whole, and not in a state that is over. */
export function isWhole({ known }: StoredJob): boolean {
  const [list, full] = [known.list?.record.job ?? null, known.full?.record.job ?? null];
  if (full === null) return false;
  return full.ended || list === null || full.observedAt >= list.observedAt;
}

/** Reads a job whole at its vendor, and keeps what it says. */
export function readAndKeep(
  history: History,
  ask: AskVendor,
  key: JobRecord['key'],
  knownAs?: string,
): Promise<JobRecord> {
  return ask(async (connector, call) =>
    keep(history, { record: await connector.getJob(key, call), mapperVersion: connector.mapperVersion }, knownAs),
  );
}

/** The job as it is known with this reading. What cannot be stored is told all the same. */
async function keep(
  { store, logger }: History,
  read: { readonly record: JobRecord; readonly mapperVersion: number },
  knownAs: string | undefined,
): Promise<JobRecord> {
  try {
    const { outcomes } = await store.putJobs([{ ...read, ...(knownAs === undefined ? {} : { knownAs }) }]);
    const id = outcomes[0]?.id ?? read.record.job.id;
    return (await store.getJob(id))?.record ?? read.record;
  } catch (error) {
    const { connection } = read.record.job;
    logger.warn({ connection, error }, 'A job was read at its vendor and could not be kept.');
    return read.record;
  }
}
