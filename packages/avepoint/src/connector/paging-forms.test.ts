import { openSimulator } from '@crossvault/harness';
import type { AvepointOptions } from '@crossvault/simulators';
import { everything, readLists, recordsOf } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { avepoint } from '../index.ts';

const call = { signal: new AbortController().signal };

/** What the vendor leaves open: the number of the first page, the form of its links, whether a total comes along. */
const forms: readonly AvepointOptions[] = [0, 1].flatMap((first) =>
  (['absolute', 'relative', 'token', 'absent'] as const).flatMap((nextLink) =>
    [true, false].map((hasTotals): AvepointOptions => ({ firstPage: first === 0 ? 0 : 1, nextLink, hasTotals })),
  ),
);
const paths = ['/backup/m365/cloudbackupjobs', '/backup/m365/jobs', '/backup/m365/cloudbackup/getjobs'];
const cases = forms.flatMap((options) => paths.map((jobsPath) => ({ ...options, jobsPath })));

test.each(cases)(
  'the list is read whole, each job once and of its kind: $firstPage $nextLink $hasTotals $jobsPath',
  async (form) => {
    const { jobsPath, ...options } = form;
    const { connector, vendor, close } = await openSimulator('avepoint', avepoint, {
      jobs: 23,
      seed: 3,
      start: '2026-03-02T12:00:00Z',
      avepoint: options,
      settings: { jobsPath },
    });
    try {
      for (const size of [4, 24, 100]) {
        const lists = await readLists(connector, call, everything, size);
        const seen = new Map(recordsOf(lists).map(({ job }) => [job.nativeId, job.kind]));
        expect(seen).toEqual(new Map(vendor.truth().map(({ nativeId, kind }) => [nativeId, kind])));
        expect(lists.flatMap(({ pages }) => pages.flatMap(({ warnings }) => warnings))).toEqual([]);
      }
      const [record] = recordsOf(await readLists(connector, call));
      expect((await connector.getJob(record?.key ?? [], call)).job.nativeId).toBe(record?.job.nativeId);
    } finally {
      await close();
    }
  },
);

test('every location of a Multi-Geo tenant is a list of its own, and its jobs are read there again', async () => {
  const locations = ['PrimaryGeoLocation', 'NAM', 'EUR'];
  const { connector, vendor, close } = await openSimulator('avepoint', avepoint, { jobs: 40, avepoint: { locations } });
  try {
    const records = recordsOf(await readLists(connector, call));
    expect(records.map(({ key }) => key.join(' ')).toSorted()).toEqual(
      vendor
        .truth()
        .map(({ list, nativeId }) => `${list} ${nativeId}`)
        .toSorted(),
    );
    const abroad = records.find(({ key }) => key[0] === 'EUR');
    expect((await connector.getJob(abroad?.key ?? [], call)).job.id).toBe(abroad?.job.id);
    expect(await connector.findJobs(abroad?.job.nativeId ?? '', call)).toEqual([abroad?.key]);
  } finally {
    await close();
  }
});
