import { describeConformance, openSimulator } from '@crossvault/harness';
import { everything } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { avepoint } from '../index.ts';

describeConformance('avepoint', {
  definition: avepoint,
  unreadableDuration: { duration: 'about an hour' },
  inventedStatus: { word: 'Hibernating', merge: { state: 'Hibernating' } },
  recordWithoutId: { state: 'Finished', startTime: '2026-03-02T11:00:00Z', finishTime: '2026-03-02T11:10:00Z' },
  absentStart: { startTime: null },
});

const call = { signal: new AbortController().signal };

test.each([1, 3])('pages of %i lose no job while others are added', async (size) => {
  const { connector, vendor, close } = await openSimulator('avepoint', avepoint, {
    jobs: 40,
    seed: 5,
    start: '2026-03-02T12:00:00Z',
  });
  try {
    const before = new Map(vendor.truth().map(({ nativeId, kind }) => [nativeId, kind]));
    const list = { key: '', order: 'none', nativeFilters: [] } as const;
    const seen = new Map<string, string>();
    const warnings = new Set<string>();
    let token: string | null = null;
    do {
      const page = await connector.listJobs(list, everything, { size, token }, call);
      for (const { job } of page.records) seen.set(job.nativeId, job.kind);
      for (const warning of page.warnings) warnings.add(warning);
      token = page.next;
      if (vendor.truth().length < 60) vendor.addJob({ kind: 'restore', startedAt: '2026-02-25T10:00:00Z' });
    } while (token !== null);
    for (const [nativeId, kind] of before) expect(seen.get(nativeId)).toBe(kind);
    expect([...warnings]).toEqual([]);
  } finally {
    await close();
  }
});
