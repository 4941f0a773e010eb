import { type CallOptions, type Connector, CrossvaultError, type ErrorCode, type JobRecord } from '@crossvault/core';
import { describe, expect, test } from 'vitest';
import { failureOf } from '../failure-of.ts';
import { readLists, recordsOf } from '../read-lists.ts';
import type { ConnectorWorld, OpenWorld } from '../world/connector-world.ts';
import type { SpoiledPayloads } from './trouble.ts';

export interface SingleJobsSuite extends Pick<SpoiledPayloads, 'inventedStatus'> {
  readonly title: string;
  readonly open: OpenWorld;
}

/** What the checks use of a world. */
export type SingleJobsWorld = Pick<
  ConnectorWorld,
  'connector' | 'connection' | 'connect' | 'truth' | 'changeJob' | 'stop' | 'start'
>;

type Check = (world: SingleJobsWorld, payloads: Pick<SpoiledPayloads, 'inventedStatus'>) => Promise<void>;

const call: CallOptions = { signal: new AbortController().signal };

async function anyRecord({ connector }: SingleJobsWorld): Promise<JobRecord> {
  const [record] = recordsOf(await readLists(connector, call));
  if (record === undefined) throw new Error('The vendor has to have a job.');
  return record;
}

/** Both calls for a single job fail with one of these codes. */
async function expectFailures(
  connector: Connector,
  { key, job }: JobRecord,
  codes: readonly ErrorCode[],
  given: CallOptions = call,
): Promise<void> {
  expect(codes, 'getJob').toContain((await failureOf(connector.getJob(key, given))).code);
  expect(codes, 'findJobs').toContain((await failureOf(connector.findJobs(job.nativeId, given))).code);
}

const tooLate = (): CrossvaultError =>
  new CrossvaultError({ code: 'interrupted', message: 'The caller no longer waits.' });

/** A fetch without an answer. The first request ends the call of its caller. */
const abandoned = (caller: AbortController) => (request: Request) =>
  new Promise<Response>((_resolve, reject) => {
    request.signal.addEventListener('abort', () => reject(request.signal.reason));
    setImmediate(() => caller.abort(tooLate()));
  });

/** Freezes a value and everything in it, as far as JSON reaches. */
function freezeWhole<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) freezeWhole(part);
  return Object.freeze(value);
}

/** The checks by their titles. A test of the suite runs them on connectors that are wrong. */
export const singleJobChecks: Readonly<Record<string, Check>> = {
  async 'a refused credential is an authentication error, and no missing job'(world) {
    await expectFailures(world.connect({ wrongSecret: true }), await anyRecord(world), ['authentication-failed']);
  },

  async 'a vendor that is down has no missing jobs, and its probe fails'(world) {
    const record = await anyRecord(world);
    await world.stop();
    await expectFailures(world.connector, record, ['source-unreachable', 'circuit-open']);
    expect((await world.connector.probe(call)).ok).toBe(false);
    await world.start();
  },

  async 'a call for a single job that is given up ends with the reason'(world) {
    const { key, job } = await anyRecord(world);
    await expectFailures(world.connector, await anyRecord(world), ['interrupted'], {
      signal: AbortSignal.abort(tooLate()),
    });
    for (const ask of [
      (connector: Connector, given: CallOptions) => connector.getJob(key, given),
      (connector: Connector, given: CallOptions) => connector.findJobs(job.nativeId, given),
    ]) {
      const caller = new AbortController();
      expect((await failureOf(ask(world.connect({ fetch: abandoned(caller) }), caller))).code).toBe('interrupted');
    }
  },

  async 'every key that is found leads to a job with that id'(world) {
    const { job } = await anyRecord(world);
    const keys = await world.connector.findJobs(job.nativeId, call);
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) {
      const found = await world.connector.getJob(key, call);
      expect(found.job.nativeId.toLowerCase()).toBe(job.nativeId.toLowerCase());
    }
  },

  async 'an unknown word is unknown in the single job, too'(world, { inventedStatus: { word, merge } }) {
    const failed = world.truth().find(({ status, documented = false }) => status === 'failed' && !documented);
    const records = recordsOf(await readLists(world.connector, call));
    const record = records.find(({ job }) => job.nativeId === failed?.nativeId);
    if (record === undefined) throw new Error('The vendor needs a failed job.');
    world.changeJob(record.job.nativeId, merge);
    const { job } = await world.connector.getJob(record.key, call);
    expect(job).toMatchObject({ status: 'unknown', nativeStatus: word, problem: true });
  },

  async 'mapping and explaining change nothing in the answers that they are given'(world) {
    const record = await anyRecord(world);
    for (const { raw, context } of [record, await world.connector.getJob(record.key, call)]) {
      const kept = freezeWhole(structuredClone({ raw, context }));
      expect(world.connector.mapJob(kept.raw, kept.context)).toEqual(world.connector.mapJob(raw, context));
      expect(world.connector.explainJob(kept.raw, kept.context)).toEqual(world.connector.explainJob(raw, context));
    }
  },

  async 'answers that are no jobs are rejected by mapping, and never thrown'(world) {
    const { context } = await anyRecord(world);
    for (const answer of [undefined, null, [], 'text', 7, true, {}, { id: null }]) {
      for (const raw of [{ list: answer }, { get: answer }]) {
        expect(world.connector.mapJob(raw, context).kind).toBe('rejected');
        expect(world.connector.explainJob(raw, context)).toBe(null);
      }
    }
  },
};

/** What the calls for a single job, and the mapping of stored answers, do. */
export function describeSingleJobs({ title, open, ...payloads }: SingleJobsSuite): void {
  describe(`${title} reads single jobs`, () => {
    test.each(Object.entries(singleJobChecks))('%s', async (_title, check) => {
      const world = await open({ jobs: 30 });
      try {
        await check(world, payloads);
      } finally {
        await world.close();
      }
    });
  });
}
