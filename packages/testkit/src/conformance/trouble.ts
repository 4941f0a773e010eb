import type { Job } from '@crossvault/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { failureOf } from '../failure-of.ts';
import { readLists, recordsOf } from '../read-lists.ts';
import type { ConnectorWorld, ExpectedJob, OpenWorld } from '../world/connector-world.ts';
import { type OptionalPayloads, payloadChecks } from './payload-checks.ts';

/** What the suite has to know of a vendor's payloads: which fields to spoil, and with what. */
export interface SpoiledPayloads extends OptionalPayloads {
  /** Laid over a job's payload: its duration, or an instant, becomes unreadable. */
  readonly unreadable: Readonly<Record<string, unknown>>;
  /** Laid over a job's payload: its status becomes a word that the vendor never documented. */
  readonly inventedStatus: { readonly word: string; readonly merge: Readonly<Record<string, unknown>> };
  /** A record without any id of its own. */
  readonly recordWithoutId: unknown;
}

export interface TroubleSuite extends SpoiledPayloads {
  readonly title: string;
  readonly open: OpenWorld;
}

const call = { signal: new AbortController().signal };

/** What becomes of payloads that no vendor should send, of tokens that end, and of a vendor that is down. */
export function describeTrouble({ title, open, ...payloads }: TroubleSuite): void {
  describe(`${title} in trouble`, () => {
    let world: ConnectorWorld;
    beforeEach(async () => {
      world = await open({ jobs: 30 });
    });
    afterEach(async () => {
      await world.close();
    });
    const read = async () => readLists(world.connector, call);
    const failedJob = (): ExpectedJob => {
      const job = world
        .truth()
        .find(({ status, documented = false, endedAt }) => status === 'failed' && !documented && endedAt !== null);
      if (job === undefined) throw new Error('The vendor needs a failed job that has ended.');
      return job;
    };
    const inList = async (nativeId: string): Promise<Job | undefined> =>
      recordsOf(await read()).find(({ job }) => job.nativeId === nativeId)?.job;

    test('an unreadable duration costs the duration and nothing else', async () => {
      const { nativeId } = failedJob();
      world.changeJob(nativeId, payloads.unreadable);
      const job = await inList(nativeId);
      expect(job).toMatchObject({ status: 'failed', problem: true });
      expect(job?.anomalies).toContain('unreadable-value');
      expect(recordsOf(await read())).toHaveLength(world.truth().length);
    });

    test('an unknown word maps to unknown, beside the word itself', async () => {
      const { nativeId } = failedJob();
      world.changeJob(nativeId, payloads.inventedStatus.merge);
      const job = await inList(nativeId);
      expect(job).toMatchObject({ status: 'unknown', nativeStatus: payloads.inventedStatus.word, problem: true });
      expect(job?.anomalies).toContain('unknown-status');
    });

    test('a record without an id is rejected and named, and the other records arrive', async () => {
      const before = recordsOf(await read()).length;
      const replaced = world.showRecord(payloads.recordWithoutId);
      const lists = await read();
      const rejected = lists.flatMap(({ pages }) => pages.flatMap((page) => page.rejected));
      expect(rejected).toHaveLength(1);
      expect(rejected[0]?.reason).toBe('no-readable-id');
      expect(recordsOf(lists)).toHaveLength(before - (replaced === null ? 0 : 1));
    });

    for (const [checked, check] of Object.entries(payloadChecks)) {
      test(checked, async ({ skip }) => {
        const reason = await check(world, payloads);
        if (reason !== null) skip(reason);
      });
    }

    test('running jobs end with the clock, and keep their id', async ({ skip }) => {
      if (world.endRunningJobs === undefined) skip('The vendor has no running jobs that end.');
      const openBefore = recordsOf(await read()).filter(({ job }) => !job.ended && job.startedAt !== null);
      world.endRunningJobs?.();
      const after = new Map(recordsOf(await read()).map(({ job }) => [job.id, job]));
      const stillThere = openBefore.filter(({ job }) => after.has(job.id));
      expect(stillThere.length).toBeGreaterThan(0);
      expect(stillThere.filter(({ job }) => after.get(job.id)?.ended === true).length).toBeGreaterThan(0);
    });

    test('a token that ends in mid-reading is renewed where it can be, else refused with a clear error', async ({
      skip,
    }) => {
      if (world.expireTokens === undefined) skip('The credential does not end.');
      await read();
      world.expireTokens?.();
      if (world.renewsTokens) expect(recordsOf(await read()).length).toBeGreaterThan(0);
      else
        expect(await failureOf(read())).toMatchObject({
          code: 'authentication-failed',
          source: world.connection,
        });
    });

    test('a wrong secret is an authentication error that names the connection and not the secret', async () => {
      const connector = world.connect({ wrongSecret: true });
      const error = await failureOf(readLists(connector, call));
      expect(error).toMatchObject({ code: 'authentication-failed', source: world.connection });
      expect(error.message).not.toContain('wr0ng-s3cret');
      const report = await connector.probe(call);
      expect(report.ok).toBe(false);
      expect(report.steps.some(({ ok, detail }) => !ok && detail !== '')).toBe(true);
    });

    test('a vendor that is down is unreachable, and readable again once it is back', async () => {
      await world.stop();
      expect(await failureOf(read())).toMatchObject({
        code: 'source-unreachable',
        source: world.connection,
      });
      await world.start();
      expect(recordsOf(await read()).length).toBeGreaterThan(0);
    });
  });
}
