import type { Job } from '@crossvault/core';
import { openSimulator } from '@crossvault/harness';
import type { AvepointOptions } from '@crossvault/simulators';
import { everything, readLists, recordsOf } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { avepoint } from '../index.ts';

const call = { signal: new AbortController().signal };

/** What a vendor may do to the pages of a list beside failing. */
const pageFaults = [
  'duplicate-page',
  'shifted-page',
  'ignored-offset',
  'ignored-filter',
  'broken-order',
  'endless-link',
  'foreign-link',
  'error-envelope',
  'unauthorized',
] as const;
const forms: readonly AvepointOptions[] = [
  {},
  { firstPage: 1 },
  { nextLink: 'relative' },
  { nextLink: 'token', hasTotals: false },
  { nextLink: 'absent' },
];
const fleet = { jobs: 30, seed: 1, start: '2026-03-02T12:00:00Z' } as const;
const seeds = Array.from({ length: 4 }, (_, seed) => seed);
const describeJob = ({ nativeId, kind, status }: Pick<Job, 'nativeId' | 'kind' | 'status'>) =>
  `${nativeId} ${kind} ${status}`;

test.each(forms.flatMap((form) => pageFaults.map((kind) => ({ ...form, kind }))))(
  'one page that comes wrong costs nothing, whichever it is: %j',
  async ({ kind, ...options }) => {
    for (const nth of [1, 2, 4]) {
      const { connector, vendor, close } = await openSimulator('avepoint', avepoint, { ...fleet, avepoint: options });
      try {
        vendor.faults.script([{ on: { list: true, path: 'jobType=0', nth }, fault: { kind } }]);
        const records = recordsOf(await readLists(connector, call, everything, 7));
        const reported = new Map(records.map(({ job }) => [job.id, describeJob(job)]));
        expect([...reported.values()].toSorted()).toEqual(vendor.truth().map(describeJob).toSorted());
      } finally {
        await close();
      }
    }
  },
);

test.each(forms.flatMap((form) => seeds.map((seed) => ({ ...form, seed }))))(
  'pages that come wrong now and then cost no job and no kind that the list does not admit: %j',
  async ({ seed, ...options }) => {
    const { connector, vendor, close } = await openSimulator('avepoint', avepoint, { ...fleet, avepoint: options });
    try {
      vendor.faults.random({ seed, probability: 0.25, kinds: [...pageFaults], maxConsecutive: 1, on: { list: true } });
      const lists = await readLists(connector, call, everything, 7);
      const reported = new Map(recordsOf(lists).map(({ job }) => [job.id, describeJob(job)]));
      expect(vendor.faults.done.length).toBeGreaterThan(0);
      const warnings = lists.flatMap(({ pages }) => pages.flatMap((page) => page.warnings));
      const isAdmitted = warnings.some((warning) => warning === 'list-ended-early' || warning === 'filter-ignored');
      if (!isAdmitted) expect([...reported.values()].toSorted()).toEqual(vendor.truth().map(describeJob).toSorted());
    } finally {
      await close();
    }
  },
);
