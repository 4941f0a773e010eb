import type { Connector, WriteIntent } from '@crossvault/core';
import { connectSimulator } from '@crossvault/harness';
import { failureOf, prepareOptions as prepare, toIntent } from '@crossvault/testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { azureBackup } from '../index.ts';
import { type ActingWorld, call, files, itemsOf, openActing, share, usual } from '../testing/acting-world.ts';

const dayMs = 86_400_000;

let world: ActingWorld;
const opened: Connector[] = [];
beforeEach(async () => {
  world = await openActing();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((connector) => connector.close()));
  await world.close();
});

/** The same connection on a machine whose clock is off by so much; `answer`: what changes get, instead of being sent. */
function connect(offMs: number, answer: (() => Promise<Response>) | null = null): Connector {
  const { simulators, vendor, world: virtual } = world;
  const connector = connectSimulator(azureBackup, simulators, vendor, {
    allow: ['operate', 'destroy'],
    fetch: (request) =>
      answer === null || request.method === 'GET' || request.url.includes('/oauth2/')
        ? virtual.fetch(request)
        : answer(),
    clock: { ...virtual.clock, now: () => virtual.clock.now() + offMs },
  });
  opened.push(connector);
  return connector;
}

const reset = () =>
  Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) }));

test('a clock that is set ahead after the request makes no earlier backup the requested one', async () => {
  await (await world.items.backUp(share, usual, prepare())).send(call);
  world.clock.move(dayMs);
  const write = await itemsOf(connect(0, reset)).backUp(share, usual, prepare());
  const intent: WriteIntent = toIntent('back-up', write, world.clock);
  expect(await failureOf(write.send(call))).toMatchObject({ code: 'answer-lost' });
  const late = connect(8 * dayMs);
  await late.probe(call);
  expect(await late.writes?.lookUp(intent, call)).toMatchObject({ status: 'unknown', jobs: [] });
});

test('a request of a clock that was ahead is not waited for until its time has come', async () => {
  const taken = async () => new Response(null, { status: 202 });
  const write = await itemsOf(connect(0, taken)).changePlan(share, [files, 'schedule2'], prepare());
  const intent: WriteIntent = toIntent('change-plan', write, world.clock);
  const { tracking } = await write.send(call);
  const right = connect(-8 * dayMs);
  expect(await right.writes?.follow(intent, tracking, call)).toMatchObject({ status: 'unknown', jobs: [] });
});
