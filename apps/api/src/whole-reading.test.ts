import { type JobPage, jobPageSchema } from '@crossvault/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, truthText, type World } from './testing/world.ts';

type Listed = JobPage['data'][number];

const jobText = (job: Listed): string =>
  [job.nativeId, job.kind, job.status, job.nativeStatus, job.startedAt, job.endedAt].join(' | ');
const truthOf = (world: World): string[] => world.simulators.truth().map(truthText).toSorted();

async function getPage(world: World, query: string): Promise<JobPage> {
  const response = await fetch(`${world.url}/v1/jobs?${query}`);
  expect(response.status).toBe(200);
  return jobPageSchema.parse(await response.json());
}

/** Follows `page.next` to the end, or until it no longer moves. */
async function readAll(world: World, query: string, between?: (pages: number) => unknown): Promise<JobPage[]> {
  const pages: JobPage[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: JobPage = await getPage(world, cursor === '' ? query : `${query}&cursor=${cursor}`);
    pages.push(page);
    cursor = page.page.next === cursor ? null : page.page.next;
    await between?.(pages.length);
  }
  return pages;
}
const jobsOf = (pages: readonly JobPage[]): Listed[] => pages.flatMap(({ data }) => data);

/** No start first, then newest first, then by id. */
const inOrder = (jobs: readonly Listed[]): Listed[] =>
  jobs.toSorted((a, b) => {
    if (a.startedAt === b.startedAt) return a.id < b.id ? -1 : 1;
    if (a.startedAt === null) return -1;
    return b.startedAt === null || a.startedAt < b.startedAt ? 1 : -1;
  });

function expectWhole(jobs: readonly Listed[], truth: readonly string[]): void {
  expect(jobs.map(jobText).toSorted()).toEqual(truth);
  expect(new Set(jobs.map(({ id }) => id)).size).toBe(jobs.length);
  expect(jobs.map(({ id }) => id)).toEqual(inOrder(jobs).map(({ id }) => id));
}

describe('the jobs of all four vendors, read to the end over HTTP', () => {
  test.each([
    [5000, 500],
    [1500, 50],
    [600, 7],
    [100, 1],
  ])('%i jobs by %i: each once, in order, equal to the truth', async (jobs, limit) => {
    const world = await openWorld({ jobs });
    try {
      const pages = await readAll(world, `startedAfter=all&limit=${limit}`);
      expectWhole(jobsOf(pages), truthOf(world));
      expect(pages.every(({ complete }) => complete)).toBe(true);
      expect(pages.every(({ page }) => (page.next?.length ?? 0) <= 2048)).toBe(true);
    } finally {
      await world.close();
    }
  });

  test('the same while jobs are added and the facade is restarted in mid-reading', async () => {
    const world = await openWorld({ jobs: 400 });
    try {
      const before = truthOf(world);
      const pages = await readAll(world, 'startedAfter=all&limit=25', async (count) => {
        for (const vendor of Object.values(world.simulators.vendors))
          vendor.addJob({ startedAt: '2026-03-02T11:59:00Z' });
        if (count % 4 === 0) await world.restart();
      });
      const jobs = jobsOf(pages);
      expect(jobs.map(jobText)).toEqual(expect.arrayContaining(before));
      expect(new Set(jobs.map(({ id }) => id)).size).toBe(jobs.length);
    } finally {
      await world.close();
    }
  });
});

describe('a vendor that is down', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ jobs: 120 });
  });
  afterAll(() => world.close());
  const vendor = () => world.simulators.vendor('veeam-azure');

  test('the others are listed, and the answer says what failed and where', async () => {
    await vendor().stop();
    const page = await getPage(world, 'limit=20');
    expect(page.complete).toBe(false);
    expect(page.data.length).toBe(20);
    expect(page.sources.map(({ connection, status }) => [connection, status])).toEqual(
      world.simulators.connections().map(({ name }) => [name, name === 'veeam-ukwest' ? 'failed' : 'ok']),
    );
    expect(page.sources[1]?.problem).toMatchObject({ code: 'source-unreachable', source: 'veeam-ukwest' });
    expect(page.sources[1]?.problem?.detail).toContain(vendor().url);
  });

  test('with strict nothing is listed', async () => {
    const response = await fetch(`${world.url}/v1/jobs?strict=true`);
    expect(response.status).toBe(502);
    expect(await response.json()).toMatchObject({ code: 'sources-incomplete', sources: expect.any(Array) });
  });

  test('started again in mid-reading, its jobs come, and it says that it caught up', async () => {
    const pages = await readAll(world, 'startedAfter=all&limit=20', async (count) => {
      if (count !== 2) return;
      await vendor().start();
      // After that many failures the circuit breaker stops requests for a while.
      world.simulators.clock.move(60_000);
    });
    expect(jobsOf(pages).map(jobText).toSorted()).toEqual(truthOf(world));
    expect(pages[0]?.complete).toBe(false);
    expect(pages.some(({ sources }) => sources[1]?.caughtUp === true)).toBe(true);
    expect(pages.at(-1)?.complete).toBe(true);
  });

  test('when all are down the answer is 502 and names each of them', async () => {
    const vendors = Object.values(world.simulators.vendors);
    await Promise.all(vendors.map((each) => each.stop()));
    const response = await fetch(`${world.url}/v1/jobs`);
    expect(response.status).toBe(502);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const problem = await response.text();
    for (const { connection } of vendors) expect(problem).toContain(connection.name);
    await Promise.all(vendors.map((each) => each.start()));
  });
});
