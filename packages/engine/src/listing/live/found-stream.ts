import {
  CrossvaultError,
  comparePositions,
  isAfter,
  type JobRecord,
  matchesCriteria,
  positionOf,
} from '@crossvault/core';
import type { ListPlan } from '../list-plan.ts';
import { createListStream, type ListStream, newNotes, readAtOnce } from '../list-stream.ts';
import type { Reading } from './source-reading.ts';

/** The jobs with the asked native ids, each read whole: the way around every window. */
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
            // Found a moment ago and forgotten since: not an error of the source.
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
