import { CrossvaultError, type JobRecord } from '@crossvault/core';
import { comparePositions, isAfter, matchesCriteria, type Position, positionOf } from '@crossvault/core/store';
import { type AskVendor, type History, isWhole, readAndKeep } from '../../changes/history.ts';
import type { ListPlan } from '../list-plan.ts';
import { type BatchReader, createListStream, type ListStream, newNotes, readAtOnce } from '../list-stream.ts';
import type { Reading } from './vendor-pages.ts';

/** The jobs with these native ids, each read whole, regardless of any window. */
export function createFoundStream(reading: Reading, plan: ListPlan, nativeIds: readonly string[]): ListStream {
  const { source, criteria, deadline } = reading;

  async function find(): Promise<readonly JobRecord[]> {
    const keys = await Promise.all(
      [...new Set(nativeIds)].map((id) => source.ask(deadline, (connector) => connector.findJobs(id, deadline))),
    );
    const records = await Promise.all(
      keys.flat().map((key) =>
        source
          .ask(deadline, (connector) => connector.getJob(key, deadline))
          .catch((error: unknown) => {
            // The vendor deleted the job since it was found: not an error of the source.
            if (CrossvaultError.isInstance(error) && error.code === 'job-not-found') return null;
            throw error;
          }),
      ),
    );
    return records
      .filter((record) => record !== null)
      .filter(({ job }) => matchesCriteria(job, criteria, criteria.startedAfter))
      .filter(({ job }) => isAfter(criteria.sort, positionOf(job), plan.position))
      .sort((a, b) => comparePositions(criteria.sort, positionOf(a.job), positionOf(b.job)));
  }

  return createListStream(plan, newNotes(reading.nowMs), readAtOnce(plan, find));
}

/**
 * The jobs with the asked native ids: those that the store knows whole from there, the others read at the vendor, without a
 * window, and kept. A vendor that cannot be asked costs what only it knows.
 *
 * @param asOf the last good sync of the connection; null before there was one
 */
export function createKnownStream(
  reading: Reading,
  plan: ListPlan,
  history: History,
  nativeIds: readonly string[],
  asOf: string | null,
): ListStream {
  const notes = newNotes(reading.nowMs);
  const { source, criteria, deadline } = reading;
  const { name } = source.connection;
  const ask: AskVendor = (run) => source.ask(deadline, (connector) => run(connector, deadline));
  let failure: CrossvaultError | null = null;

  /** What the vendor says; where it does not, what is there already. */
  async function orWhatIsThere<T>(asked: Promise<T>, there: T): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      const known = CrossvaultError.from(error);
      if (known.code !== 'job-not-found') failure ??= known;
      return there;
    }
  }

  function fromStore(record: JobRecord): JobRecord {
    notes.readAtMs = Math.min(notes.readAtMs, Date.parse(asOf ?? record.job.observedAt));
    return record;
  }

  async function find(nativeId: string): Promise<readonly JobRecord[]> {
    const stored = await history.store.findByNativeId([name], nativeId);
    if (stored.length > 0) {
      return Promise.all(
        stored.map((each) =>
          isWhole(each) || each.record.job.goneAt !== null
            ? fromStore(each.record)
            : orWhatIsThere(readAndKeep(history, ask, each.record.key, each.id), each.record),
        ),
      );
    }
    const keys = await orWhatIsThere(
      ask((connector, call) => connector.findJobs(nativeId, call)),
      [],
    );
    const read = await Promise.all(keys.map((key) => orWhatIsThere(readAndKeep(history, ask, key), null)));
    return read.filter((record) => record !== null);
  }

  async function findAll(): Promise<readonly JobRecord[]> {
    const found = await Promise.all([...new Set(nativeIds)].map(find));
    const { sort } = criteria;
    notes.answered = found.some((records) => records.length > 0);
    const once = new Map(found.flat().map((record) => [record.job.id, record]));
    return [...once.values()]
      .filter(({ job }) => matchesCriteria(job, criteria) && isAfter(sort, positionOf(job), plan.position))
      .sort((a, b) => comparePositions(sort, positionOf(a.job), positionOf(b.job)));
  }

  return createListStream(
    plan,
    notes,
    readThenFail(plan.position, findAll, () => failure),
  );
}

/** Everything at once; then the failure, where there was one, so that it costs nothing of what was found. */
function readThenFail(
  start: Position | null,
  read: () => Promise<readonly JobRecord[]>,
  failure: () => CrossvaultError | null,
): BatchReader {
  let found: readonly JobRecord[] | null = null;
  return {
    get position() {
      const last = found?.at(-1);
      return last === undefined ? start : positionOf(last.job);
    },
    async next() {
      if (found === null) {
        found = await read();
        return found;
      }
      const failed = failure();
      if (failed !== null) throw failed;
      return null;
    },
  };
}
