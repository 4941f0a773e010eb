import { isJsonObject, type Job } from '@crossvault/core';
import { describe, expect, test } from 'vitest';
import { readLists, recordsOf } from '../read-lists.ts';
import type { ExpectedJob, OpenWorld } from '../world/connector-world.ts';

const call = { signal: new AbortController().signal };

/** Fields that an account may not see cost themselves: what they say is not known then, and never made up. */
export function describeHiddenFields(
  title: string,
  open: OpenWorld,
  hidden: { readonly status: unknown; readonly duration: unknown },
): void {
  const fields = [...pathsOf(hidden.status), ...pathsOf(hidden.duration)];

  describe(`${title} for an account that may not see everything`, () => {
    test(`without ${fields.join(', ')} every job is there, with nulls that say why`, async () => {
      const world = await open({ jobs: 40 });
      try {
        world.faults.script([{ on: { times: 'always' }, fault: { kind: 'forbidden-fields', fields } }]);
        const listed = recordsOf(await readLists(world.connector, call)).map(({ job }) => job);
        const truth = world.truth();
        expect(listed.map(({ nativeId }) => nativeId).toSorted()).toEqual(
          truth.map(({ nativeId }) => nativeId).toSorted(),
        );
        expect(listed.flatMap((job) => wrongIn(job, truth))).toEqual([]);
        expect(world.faults.done.map(({ kind }) => kind)).toContain('forbidden-fields');
      } finally {
        await world.close();
      }
    });
  });
}

/** What a job says that is not so, or leaves out without a word. */
function wrongIn(job: Job, truth: readonly ExpectedJob[]): readonly string[] {
  const known = ['kind', 'nativeKind', 'startedAt', 'endedAt', 'status', 'nativeStatus'] as const;
  const same = truth.filter(({ nativeId }) => nativeId === job.nativeId);
  return known
    .filter((field) => {
      const value = job[field];
      if (same.some((each) => each[field] === value)) return false;
      // An end that is assumed, and says so, closes a run of which nothing else is known.
      if (field === 'endedAt' && job.status === 'unknown' && job.provenance[field] === 'inferred') return false;
      return value !== 'unknown' && !(value === null && job.provenance[field] !== undefined);
    })
    .map((field) => `${job.nativeId}: ${field} is ${job[field]}`);
}

/** The dotted paths of a payload's values. */
function pathsOf(value: unknown, above: readonly string[] = []): readonly string[] {
  if (!isJsonObject(value)) return [above.join('.')];
  return Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...above, key]));
}
