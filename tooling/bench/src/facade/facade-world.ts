import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { markCurrent, readAddress, startCommand, writeConfiguration } from '../processes/crossvault-process.ts';
import { fillStore } from '../store/fill-store.ts';
import { allConnections, makeObservation, newestMs, startOf } from '../store/make-jobs.ts';
import { createSqliteBenchStore } from '../store/sqlite-bench-store.ts';
import { facadeFleet } from './facade-fleet.ts';
import type { LoadRequest } from './load.ts';

/** What is asked of the facade, by the name of the case. */
export type Requests = Readonly<Record<'list' | 'again' | 'job' | 'summary' | 'changes', readonly LoadRequest[]>>;

/** A facade over a filled store, in a process of its own. */
export interface FacadeWorld {
  readonly url: string;
  readonly processId: number;
  /** The address of its store. */
  readonly store: string;
  readonly requests: Requests;
  /** Values of `Authorization` of its callers; none: callers need no key. */
  readonly authorizations: readonly string[];
  /** A file with the object of each path that a bare server answers with. */
  readonly objectsFile: string;
  close(): Promise<void>;
}

export interface FacadeOptions {
  readonly folder: string;
  readonly jobs: number;
  /** How many keys callers have. A caller has only so many requests under way at once. */
  readonly keys: number;
  write(line: string): void;
}

const different = 50;

/** Jobs that begin a page each, so far apart that pages share no job. */
const pageStarts = (jobs: number): readonly number[] =>
  Array.from({ length: different }, (_, index) => Math.floor((index * (jobs - 100)) / different));

const fixed = (path: string): LoadRequest => ({ path, instant: null, revalidates: false });

/** The page whose first job is this one: pages with another bound in these seconds have the same jobs. */
const pageFrom = (index: number): LoadRequest => ({
  path: '/v1/jobs?limit=50',
  instant: { name: 'startedBefore', fromMs: Date.parse(startOf(index)) + 1 },
  revalidates: false,
});

/** Jobs whose every detail was read: others are asked of their vendor. */
const wholeJobs = (jobs: number) =>
  pageStarts(jobs).map((index) => {
    const made = makeObservation(index, new Date(newestMs).toISOString(), facadeFleet);
    const { job, raw } = made.record;
    const ended = { ...job, status: 'succeeded' as const, ended: true, endedAt: job.endedAt ?? job.startedAt };
    const whole = { ...made.record, job: { ...ended, depth: 'full' as const }, raw: { ...raw, get: raw.list } };
    return { ...made, record: whole, number: 2 };
  });

export async function openFacadeWorld({ folder, jobs, keys, write }: FacadeOptions): Promise<FacadeWorld> {
  const benchStore = createSqliteBenchStore(folder);
  const connections = allConnections(facadeFleet.connections);
  const store = await benchStore.open('facade');
  await fillStore(store, { jobs, mostMinutes: 20, fleet: facadeFleet, write });
  const whole = wholeJobs(jobs);
  await store.putJobs(whole);
  await markCurrent(store, connections);
  await store.close();
  const address = benchStore.address('facade');
  const configPath = await writeConfiguration(folder, address, connections);
  const authorizations: string[] = [];
  while (authorizations.length < keys) {
    const name = `caller-${authorizations.length}`;
    const child = startCommand(['keys', 'create', name, '--scope', 'read', '--config', configPath]);
    const key = child.stdout === null ? '' : (await text(child.stdout)).trim();
    authorizations.push(`Bearer ${key}`);
  }
  const server = startCommand(['serve', '--config', configPath, '--listen', '127.0.0.1:0'], 0);
  const url = await readAddress(server);
  const [again] = pageStarts(jobs).map(pageFrom);
  const requests: Requests = {
    list: pageStarts(jobs).map(pageFrom),
    again: [fixed(toFixedPath(again))],
    job: whole.map(({ record }) => fixed(`/v1/jobs/${record.job.id}`)),
    summary: [fixed(`/v1/summary?since=${new Date(newestMs - 86_400_000).toISOString()}`)],
    changes: [fixed('/v1/changes?limit=50')],
  };
  const objectsFile = join(folder, 'objects.json');
  const ask = createAsker(url, authorizations[0]);
  const objects: Record<string, unknown> = {};
  for (const request of Object.values(requests).flat()) {
    const path = toFixedPath(request);
    objects[path] = await ask(path);
  }
  await writeFile(objectsFile, JSON.stringify(objects));
  return {
    url,
    processId: server.pid ?? 0,
    store: address,
    requests,
    authorizations,
    objectsFile,
    async close() {
      const closed = once(server, 'close');
      server.kill('SIGTERM');
      await closed;
    },
  };
}

/** The path with the first instant of its parameter: a bare server has what the facade answers under it. */
export function toFixedPath(request: LoadRequest | undefined): string {
  const { path = '', instant = null } = request ?? {};
  return instant === null ? path : `${path}&${instant.name}=${new Date(instant.fromMs).toISOString()}`;
}

const createAsker =
  (url: string, authorization: string | undefined) =>
  async (path: string): Promise<unknown> => {
    const headers = authorization === undefined ? {} : { authorization };
    const response = await fetch(`${url}${path}`, { headers });
    const body = await response.text();
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${body.slice(0, 500)}`);
    return JSON.parse(body);
  };
