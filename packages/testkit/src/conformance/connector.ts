import { CrossvaultError } from '@crossvault/core';
import { describe, expect, test } from 'vitest';
import { failureOf } from '../failure-of.ts';
import type { Fault } from '../faults/fault.ts';
import { readLists } from '../read-lists.ts';
import type { OpenWorld } from '../world/connector-world.ts';
import { type OwnWorld, type OwnWorldOptions, openOwnWorld } from '../world/own-world.ts';
import { describeActing, type OfferedActions } from './acting.ts';
import { describeFaults } from './faults.ts';
import { describeHiddenFields } from './hidden-fields.ts';
import { describeReading } from './reading.ts';
import { describeSingleJobs } from './single-jobs.ts';
import { describeTrouble, type SpoiledPayloads } from './trouble.ts';

/** A connector of one's own, a function that answers as its vendor does, and the jobs that this vendor has. */
export interface ConnectorSuite<Config> extends OwnWorldOptions<Config>, SpoiledPayloads {
  /** Name of the suite. @default the definition's title */
  readonly name?: string;
  /** What the connector offers beside reading. @default nothing */
  readonly actions?: OfferedActions<OwnWorld>;
}

/** What only the vendor itself, or its sockets, could do wrong. */
const beyondFetch = ['gzip', 'error-envelope', 'rotate-tokens', 'shifted-page', 'ignored-filter'] as const;
/** What not every vendor's answers have: pages, links, characters beyond Latin-1. */
const dependsOnAnswers = [
  'duplicate-page',
  'ignored-offset',
  'broken-order',
  'endless-link',
  'foreign-link',
  'wrong-charset',
] as const;

const isBeyondFetch = ({ kind }: Fault): boolean => beyondFetch.some((each) => each === kind);

/** Proves a connector with one call: reading, faults, and every change that it offers. */
export function describeConnector<Config>(suite: ConnectorSuite<Config>): void {
  const {
    definition,
    unreadable,
    inventedStatus,
    recordWithoutId,
    inventedKind,
    absentStart,
    renewsTokens = false,
  } = suite;
  const title = suite.name ?? definition.title;
  const open = openOwnWorld(suite);

  describe(`${title} is ready to be proved`, () => {
    test('open gives a vendor with at least three jobs, one of them failed and ended', async () => {
      const { connector, truth, close } = await open({});
      const jobs = truth();
      await close();
      expect(connector.vendor, 'connect has to give a connector of the vendor of its definition').toBe(definition.id);
      expect(jobs.length, 'open has to give `jobs`: what the vendor has, as it truly is').toBeGreaterThan(2);
      const isFailed = jobs.some(({ status, endedAt }) => status === 'failed' && endedAt !== null);
      expect(isFailed, 'one of the jobs has to have failed, and to have ended').toBe(true);
    });
  });
  describeReading({ title, vendor: definition.id, open });
  describeSingleJobs({ title, open, inventedStatus });
  describeTrouble({
    title,
    open,
    unreadable,
    inventedStatus,
    recordWithoutId,
    ...(inventedKind && { inventedKind }),
    ...(absentStart && { absentStart }),
  });
  describeHiddenFields(title, open, { status: inventedStatus.merge, duration: unreadable });
  describeFaults({
    title,
    open,
    uncertain: dependsOnAnswers,
    isLeft: ({ fault, place }) =>
      isBeyondFetch(fault) || (fault.kind === 'unauthorized' && place !== 'every page' && !renewsTokens),
  });
  describeOtherForms(title, open);
  describeHosts(title, open);
  describeActing({ cases: [], ...suite.actions, title, open });
}

const call = { signal: new AbortController().signal };

/** Answers that are JSON and hold no list: they are no empty list. */
function describeOtherForms(title: string, open: OpenWorld<OwnWorld>): void {
  test.each(['null', '{}', '"text"', '{"unexpected":true}'])(`${title} takes %s for no list of jobs`, async (text) => {
    const headers = { 'content-type': 'application/json' };
    const world = await open({ wrapFetch: () => async () => new Response(text, { headers }) });
    expect(await failureOf(readLists(world.connector, call))).toMatchObject({
      code: 'answer-unreadable',
      source: world.connection,
    });
    await world.close();
  });
}

/** Where requests go, and that they end. */
function describeHosts(title: string, open: OpenWorld<OwnWorld>): void {
  describe(`${title} keeps to its own host`, () => {
    test('a link to another host is not followed', async () => {
      const world = await open({});
      world.faults.script([{ on: { list: true, times: 'always' }, fault: { kind: 'foreign-link' } }]);
      await readLists(world.connector, call).catch((error: unknown) => CrossvaultError.from(error));
      expect(world.strayOrigins()).toEqual([]);
      await world.close();
    });

    test('a redirect is an error and is not followed', async () => {
      const redirected = Response.redirect('https://evil.example/jobs', 302);
      const world = await open({
        wrapFetch: (fetch) => async (request) =>
          new URL(request.url).host === 'evil.example' ? fetch(request) : redirected.clone(),
      });
      const error = await failureOf(readLists(world.connector, call));
      expect(error.source).toBe(world.connection);
      expect(world.strayOrigins()).toEqual([]);
      await world.close();
    });

    test('a call that is given up takes its request with it', async () => {
      const world = await open({});
      world.faults.script([{ on: { times: 'always' }, fault: { kind: 'hang' } }]);
      const caller = new AbortController();
      const reading = failureOf(readLists(world.connector, caller));
      for (let turn = 0; turn < 1000 && world.pending() === 0; turn += 1)
        await new Promise((resolve) => setImmediate(resolve));
      expect(world.pending()).toBeGreaterThan(0);
      caller.abort(new CrossvaultError({ code: 'interrupted', message: 'The caller no longer waits.' }));
      expect((await reading).code).toBe('interrupted');
      await new Promise((resolve) => setImmediate(resolve));
      expect(world.pending()).toBe(0);
      await world.close();
    });
  });
}
