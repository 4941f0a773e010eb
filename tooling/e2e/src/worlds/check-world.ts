import type { Job } from '@crossvault/core';
import { feedStart, type JobChange, parseJobText } from '@crossvault/core/store';
import type { SmallWorld } from './small-world.ts';

const criteriaOf = (name: string) => ({
  query: { connection: [name] },
  since: null,
  startedAfter: null,
  startedBefore: null,
  words: [],
});

/** Every job of the world in an export. */
export async function exportWorld({ store, name }: SmallWorld): Promise<readonly Job[]> {
  const jobs: Job[] = [];
  const rows = store.exportJobs(criteriaOf(name), { sort: '-startedAt', include: { tasks: false, raw: false } });
  for await (const { document } of rows) jobs.push(parseJobText({ document, tasks: '[]' }));
  return jobs;
}

async function readFeed({ store, name }: SmallWorld): Promise<readonly JobChange[]> {
  const changes: JobChange[] = [];
  for (let after: string = feedStart; ; ) {
    const page = await store.changes({ after, limit: 1_000, connections: [name], statuses: null });
    changes.push(...page.changes);
    after = page.next;
    if (!page.more) return changes;
  }
}

const isOpen = (status: string | null): boolean => status === 'running' || status === 'queued';

/** No job of these worlds begins again, so the feed must never report that. */
function checkFeed(changes: readonly JobChange[], jobs: readonly Job[]): readonly string[] {
  const believed = new Map<string, string>();
  const found: string[] = [];
  for (const { id, from, to } of changes) {
    const before = believed.get(id) ?? null;
    if (before !== from) found.push(`the feed says ${from} of ${id}, and said ${before} before`);
    if (before !== null && !isOpen(before) && isOpen(to)) found.push(`the feed says that ${id} is open again`);
    if (to === null) believed.delete(id);
    else believed.set(id, to);
  }
  for (const { id, status } of jobs) {
    if (believed.get(id) !== status) found.push(`${id} is ${status}, and the feed says ${believed.get(id)}`);
  }
  if (believed.size !== jobs.length) found.push(`the feed knows ${believed.size} jobs, the store ${jobs.length}`);
  return found;
}

/** What is wrong at any moment, whatever is in progress. */
export async function checkMoment(world: SmallWorld): Promise<readonly string[]> {
  const jobs = await exportWorld(world);
  const found = [...world.wrongs];
  for (const { id, nativeId, status, goneAt, anomalies } of jobs) {
    const atVendor = world.vendor.jobs.get(nativeId);
    if (anomalies.includes('reopened')) found.push(`${id} is shown as open again`);
    if (atVendor !== undefined && goneAt !== null) found.push(`${nativeId} is there, and is shown as gone`);
    if (atVendor?.endedAt === null && !isOpen(status)) found.push(`${nativeId} runs, and is shown as ${status}`);
  }
  return found;
}

/** What is wrong once everything rests: the store has to say what the vendor says. */
export async function checkRest(world: SmallWorld): Promise<readonly string[]> {
  const { store, vendor, name } = world;
  const jobs = await exportWorld(world);
  const found = [...(await checkMoment(world)), ...checkFeed(await readFeed(world), jobs)];
  const stored = new Map(jobs.map((job) => [job.nativeId, job]));
  for (const { id, status } of vendor.jobs.values()) {
    if (stored.get(id)?.status !== status) found.push(`${id} is ${status}, and stored is ${stored.get(id)?.status}`);
  }
  for (const { nativeId, goneAt } of jobs) {
    if (goneAt === null && !vendor.jobs.has(nativeId)) found.push(`${nativeId} was deleted, and is shown as there`);
  }
  const counted = (await store.countJobs()).get(name) ?? 0;
  if (counted !== jobs.length) found.push(`${counted} jobs are counted, and ${jobs.length} are stored`);
  return [...found, ...(await store.check())];
}
