import {
  type Action,
  actionTargets,
  type Connector,
  CrossvaultError,
  type ErrorCode,
  type PreparedWrite,
  type PrepareOptions,
  type WriteReport,
} from '@crossvault/core';
import { describe, expect, test } from 'vitest';
import { failureOf } from '../failure-of.ts';
import type { ConnectChange, ConnectorWorld, OpenWorld } from '../world/connector-world.ts';
import { carryOut, followToEnd, prepareOptions, toIntent } from './carry-out.ts';
import { type AbsentKeys, askOfAbsent, offeredActions } from './offered-actions.ts';

/** One change, of something that is there when the world has just been opened. */
export interface ActingCase<World extends ConnectorWorld = ConnectorWorld> {
  readonly name: string;
  readonly action: Action;
  readonly prepare: (connector: Connector, options: PrepareOptions) => Promise<PreparedWrite>;
  /** Done before, so that the change can be made. */
  readonly before?: (world: World) => Promise<void> | void;
  /** How many requests it takes. @default 1 */
  readonly requests?: number;
  /** How many jobs it makes; null: as many as the vendor happens to name. @default 1 */
  readonly jobs?: number | null;
  /** How it is refused once more before anything came of the first; null: it is taken again. @default 'state-conflict' */
  readonly again?: ErrorCode | null;
  /** The final state where the answer was lost: the truth, or `unknown`. @default 'done' */
  readonly lost?: 'done' | 'unknown';
}

/** What a connector offers beside reading. */
export interface OfferedActions<World extends ConnectorWorld = ConnectorWorld> {
  /** Of every action that the connector offers one at least; none where it offers nothing. */
  readonly cases: readonly ActingCase<World>[];
  /** Other actions that it offers, whose cases another suite has. @default none */
  readonly elsewhere?: readonly Action[];
  /** Of each sort that something can be done to, a key of what is not there. */
  readonly absent?: AbsentKeys;
}

export interface ActingSuite<World extends ConnectorWorld = ConnectorWorld> extends OfferedActions<World> {
  readonly title: string;
  readonly open: OpenWorld<World>;
}

const call = { signal: new AbortController().signal };
/** A vendor may take so long to show what it took. */
const patienceMs = 300_000;

/** What every change of a vendor has to do. */
export function describeActing<World extends ConnectorWorld>(suite: ActingSuite<World>): void {
  const { title, cases, elsewhere = [], absent = {} } = suite;
  const onTargets = [...new Set(cases.map(({ action }) => action))].filter(
    (action) => actionTargets[action] !== 'connection',
  );

  async function within(one: Pick<ActingCase<World>, 'before'>, run: (world: World) => Promise<void>): Promise<void> {
    const world = await suite.open({});
    try {
      await one.before?.(world);
      await run(world);
    } finally {
      await world.close();
    }
  }

  const connect = (world: World, more: ConnectChange = {}): Connector =>
    world.connect({ allow: ['operate', 'destroy'], ...more });

  describe(`${title} acts as the contract says`, () => {
    test('every action that is offered has a case here, and can be followed', async () => {
      await within({}, async (world) => {
        const connector = connect(world);
        const tried = new Set([...cases.map(({ action }) => action), ...elsewhere]);
        expect([...tried].toSorted()).toEqual(offeredActions(connector).toSorted());
        expect(connector.writes !== undefined).toBe(tried.size > 0);
      });
    });

    test.each(onTargets)('%s of what is not there is refused, and nothing is sent', async (action) => {
      await within({}, async (world) => {
        const watched = watch(world);
        const connector = connect(world, { fetch: watched.fetch });
        const code = notFound[actionTargets[action]];
        expect(await failureOf(askOfAbsent(connector, action, absent, prepareOptions()))).toMatchObject({ code });
        expect(watched.changes).toEqual([]);
      });
    });

    test.each(cases)('$name is made ready without changing anything', async (one) => {
      await within(one, async (world) => {
        const write = await one.prepare(connect(world), prepareOptions());
        expect(write.requests).toHaveLength(one.requests ?? 1);
        expect(sentOf(world, write)).toBe(0);
        expect(JSON.parse(JSON.stringify(write.facts))).toEqual(write.facts);
        const shown = JSON.stringify([write.requests, write.before, write.facts]);
        for (const secret of world.secrets) expect(shown).not.toContain(secret);
      });
    });

    test.each(cases)('$name is refused before anything is sent where the connection does not allow it', async (one) => {
      await within(one, async (world) => {
        const allowed = await one.prepare(connect(world), prepareOptions());
        for (const allow of allowed.needs === 'destroy' ? [[], ['operate'] as const] : [[]]) {
          const write = await one.prepare(connect(world, { allow }), prepareOptions());
          expect(await failureOf(write.send(call))).toMatchObject({ code: 'connection-read-only' });
          expect(sentOf(world, write)).toBe(0);
        }
      });
    });

    test.each(cases)('$name is sent once, as it was shown, and followed to its end', async (one) => {
      await within(one, async (world) => {
        const watched = watch(world);
        const connector = connect(world, { fetch: watched.fetch });
        const options = prepareOptions();
        const write = await one.prepare(connector, options);
        const report = await carryOut(connector, one.action, write, world.clock, options.requestId);
        expect(report).toMatchObject({ status: 'done', error: null, tracking: null, retryAfterSeconds: null });
        if (one.jobs !== null) expect(report.jobs).toHaveLength(one.jobs ?? 1);
        for (const key of report.jobs) expect((await connector.getJob(key, call)).key).toEqual(key);
        expect(sentOf(world, write)).toBe(one.requests ?? 1);
        const planned = write.requests.map(({ method, url, body }) => ({ method, url, body }));
        expect(await Promise.all(watched.changes.map(readSent))).toEqual(planned);
      });
    });

    test.each(cases)('$name is asked for twice', async (one) => {
      await within(one, async (world) => {
        const connector = connect(world);
        const [first, second] = [
          await one.prepare(connector, prepareOptions()),
          await one.prepare(connector, prepareOptions()),
        ];
        expect(second.target).toEqual(first.target);
        await first.send(call);
        const refusal = await second.send(call).then(() => null, toCode);
        expect(refusal).toBe(one.again === undefined ? 'state-conflict' : one.again);
      });
    });

    test.each(cases)('$name whose answer was lost is looked up, and never sent again', async (one) => {
      await within(one, async (world) => {
        const cut = cutOff(world);
        const connector = connect(world, { fetch: cut.fetch });
        const options = prepareOptions();
        const write = await one.prepare(connector, options);
        const intent = toIntent(one.action, write, world.clock, options.requestId);
        cut.arm();
        expect(await failureOf(write.send(call))).toMatchObject({ code: 'answer-lost' });
        const report = await lookUpToEnd(connector, intent, world);
        expect(report).toMatchObject({ status: one.lost ?? 'done', tracking: null });
        if (report.status === 'unknown') expect(report.error?.message).toMatch(/\w/);
        else if (one.jobs !== null) expect(report.jobs).toHaveLength(one.jobs ?? 1);
        expect(sentOf(world, write)).toBe(1);
      });
    });
  });
}

const notFound = { job: 'job-not-found', plan: 'plan-not-found', item: 'item-not-found', connection: null } as const;

const toCode = (error: unknown): ErrorCode => CrossvaultError.from(error).code;

/** A look says `unknown` as long as nothing shows the change. */
async function lookUpToEnd(
  connector: Connector,
  intent: Parameters<NonNullable<Connector['writes']>['lookUp']>[0],
  { clock }: ConnectorWorld,
): Promise<WriteReport> {
  const untilMs = clock.now() + patienceMs;
  for (;;) {
    const found = await connector.writes?.lookUp(intent, call);
    if (found === undefined) throw new Error('The connector looks nothing up.');
    const report = await followToEnd(connector, intent, found, clock);
    if (report.status !== 'unknown' || clock.now() >= untilMs) return report;
    clock.move(30_000);
  }
}

/** How often the vendor has got the very requests of a change. */
function sentOf(world: ConnectorWorld, { requests }: PreparedWrite): number {
  const meant = new Set(requests.map(({ method, url }) => `${method} ${pathOf(url)}`));
  return world.requests.filter(({ method, path }) => meant.has(`${method} ${pathOf(path)}`)).length;
}

const pathOf = (url: string): string => decodeURIComponent(new URL(url, 'http://vendor').pathname);

const isChange = ({ method, url }: Request): boolean =>
  !['GET', 'HEAD'].includes(method) && !/\/(token|logout)\b|\/connect\//i.test(new URL(url).pathname);

/** Keeps whatever changes something, as it is sent. */
function watch(world: ConnectorWorld) {
  const changes: Request[] = [];
  return {
    changes,
    async fetch(request: Request): Promise<Response> {
      if (isChange(request)) changes.push(request.clone());
      return world.fetch(request);
    },
  };
}

async function readSent(request: Request) {
  const text = await request.text();
  const body: unknown = text === '' ? null : JSON.parse(text);
  return { method: request.method, url: request.url, body };
}

/** Once armed, whatever changes something reaches the vendor, and its answer never comes back. */
function cutOff(world: ConnectorWorld) {
  let isArmed = false;
  return {
    arm: () => {
      isArmed = true;
    },
    async fetch(request: Request): Promise<Response> {
      const response = await world.fetch(request);
      if (!isArmed || !isChange(request)) return response;
      isArmed = false;
      await response.arrayBuffer();
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
    },
  };
}
