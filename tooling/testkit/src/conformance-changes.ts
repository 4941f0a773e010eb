import type {
  Action,
  Connector,
  ErrorCode,
  Permission,
  PreparedWrite,
  PrepareOptions,
  WriteIntent,
  WriteReport,
} from '@crossvault/contract';
import type { SimulatedVendor } from '@crossvault/simulators';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ConnectOptions } from './connect-simulator.ts';
import { failureOf } from './failure-of.ts';
import type { OpenSimulator } from './open-simulator.ts';

/** One action of a vendor, tried on its simulator. Each part begins on a simulator of its own. */
export interface ChangeCase {
  /** What is done to what. */
  readonly name: string;
  readonly action: Action;
  /** Finds something that it can be done to, and makes it ready. */
  prepare(connector: Connector, options: PrepareOptions, vendor: SimulatedVendor): Promise<PreparedWrite>;
  /** The same for something that is not there. */
  prepareUnknown(connector: Connector, options: PrepareOptions): Promise<PreparedWrite> | undefined;
  readonly unknown: ErrorCode;
  /** How the vendor refuses the same once more, as long as nothing came of the first; null: it takes it again. */
  readonly again: ErrorCode | null;
  /** What is found out after the answer was lost. */
  readonly lost: WriteReport['status'];
}

export interface ChangesOptions {
  readonly title: string;
  /** Opens a simulator with the vendor's jobs. */
  open(options: { readonly connect: ConnectOptions }): Promise<OpenSimulator>;
  readonly cases: readonly ChangeCase[];
  /** Requests that change nothing although they are no GET. @default those for tokens and log-outs */
  isHarmless?(request: Request): boolean;
}

const requestId = '5c0ffee5-0000-4000-8000-000000000001';
const both: readonly Permission[] = ['operate', 'destroy'];
const call = { signal: new AbortController().signal, requestId };
const isLogIn = ({ url }: Request): boolean => /\/(token|logout)\b/i.test(new URL(url).pathname);

/** Every action with its refusals: on a connection that only reads, of what is not there, twice, and with a lost answer. */
export function describeChanges({ title, open, cases, isHarmless = isLogIn }: ChangesOptions): void {
  let opened: OpenSimulator;
  let changes: Request[] = [];
  let isCut = false;

  /** A connection whose changes are counted, and whose answers to them may get lost after the vendor made them. */
  async function openWith(allow: readonly Permission[]): Promise<OpenSimulator> {
    const watched: ConnectOptions['fetch'] = async (request) => {
      const isChange = request.method !== 'GET' && !isHarmless(request);
      if (isChange) changes.push(request.clone());
      const response = await opened.world.fetch(request);
      if (!isChange || !isCut) return response;
      await response.arrayBuffer();
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('read'), { code: 'ECONNRESET' }) });
    };
    opened = await open({ connect: { allow, fetch: watched } });
    return opened;
  }

  const toIntent = ({ target, facts }: PreparedWrite, action: Action): WriteIntent => ({
    action,
    target,
    requestId,
    at: new Date(opened.world.clock.now()).toISOString(),
    facts,
  });

  describe(`${title} acts as the contract says`, () => {
    beforeEach(() => {
      changes = [];
      isCut = false;
    });
    afterEach(async () => {
      await opened.close();
    });

    test.each(cases)('$name: what was shown is sent, once, and is followed to its end', async (one) => {
      const { connector, vendor, simulators } = await openWith(both);
      const prepared = await one.prepare(connector, call, vendor);
      expect(changes).toEqual([]);
      const { method, url, body } = prepared.requests[0] ?? { method: '', url: '', body: '' };
      expect(prepared.requests).toHaveLength(1);
      const intent = toIntent(prepared, one.action);
      let report = await prepared.send(call);
      const sent = changes[0]?.clone();
      expect([sent?.method, sent?.url]).toEqual([method, url]);
      const text = (await sent?.text()) ?? '';
      expect(text === '' ? null : JSON.parse(text)).toEqual(body);
      for (let look = 0; report.status === 'running' && look < 200; look += 1) {
        simulators.clock.move(15_000);
        report = await (connector.writes?.follow(intent, report.tracking, call) ?? report);
      }
      expect(report).toMatchObject({ status: 'done', error: null });
      for (const key of report.jobs) expect((await connector.getJob(key, call)).key).toEqual(key);
      expect(changes).toHaveLength(1);
    });

    test.each(cases)(
      '$name: nothing is sent on a connection that only reads, nor for what is not there',
      async (one) => {
        const { connector, vendor } = await openWith([]);
        const prepared = await one.prepare(connector, call, vendor);
        expect(await failureOf(prepared.send(call))).toMatchObject({ code: 'connection-read-only' });
        expect(await failureOf(one.prepareUnknown(connector, call))).toMatchObject({ code: one.unknown });
        expect(changes).toEqual([]);
      },
    );

    test.each(cases.filter(({ again }) => again !== null))('$name: asked for twice, it is refused', async (one) => {
      const { connector, vendor } = await openWith(both);
      const first = await one.prepare(connector, call, vendor);
      const second = await one.prepare(connector, call, vendor);
      expect(second.target).toEqual(first.target);
      await first.send(call);
      expect(await failureOf(second.send(call))).toMatchObject({ code: one.again });
      expect(changes).toHaveLength(2);
    });

    test.each(cases)('$name: an answer that is lost is looked up, and the request never sent again', async (one) => {
      const { connector, vendor } = await openWith(both);
      const prepared = await one.prepare(connector, call, vendor);
      const intent = toIntent(prepared, one.action);
      isCut = true;
      expect(await failureOf(prepared.send(call))).toMatchObject({ code: 'answer-lost' });
      const found = await connector.writes?.lookUp(intent, call);
      expect(found).toMatchObject({ status: one.lost });
      if (one.lost === 'unknown') expect(found?.error?.message).not.toBe('');
      expect(changes).toHaveLength(1);
    });
  });
}
