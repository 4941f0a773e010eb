import type { SourceCondition } from '@crossvault/core';
import {
  createFakeVendor,
  createManualClock,
  fakeConnections,
  firstPage,
  goodCondition,
  patientCall,
  silentLogger,
} from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { createEngine } from '../index.ts';

function open() {
  const clock = createManualClock('2026-01-15T12:00:00.000Z');
  const vendor = createFakeVendor();
  const engine = createEngine({ connections: fakeConnections({ left: vendor }), clock, logger: silentLogger });
  return {
    read: () => engine.listJobs({}, firstPage, patientCall),
    see(condition: Partial<SourceCondition>) {
      vendor.condition = { ...goodCondition, ...condition };
      return engine.connection('left', patientCall);
    },
  };
}

test('what the vendor says is left is shown', async () => {
  const budget = { remaining: 17, resetAt: '2026-01-15T12:05:00.000Z' };
  expect((await open().see({ budget })).budget).toEqual(budget);
});

test('an open circuit is failing, with the time that is left of it', async () => {
  const { see, read } = open();
  await read();
  // The wall clock was set meanwhile: the instant is useless, the wait is valid.
  const until = '2026-01-16T12:00:30.000Z';
  expect(await see({ circuit: 'open', waitMs: 30_000, until })).toMatchObject({
    health: 'failing',
    problem: { code: 'circuit-open', source: 'left', retryAfterSeconds: 30 },
  });
  expect(await see({ circuit: 'open', waitMs: 10_000, until })).toMatchObject({ problem: { retryAfterSeconds: 10 } });
  expect(await see({ circuit: 'half-open' })).toMatchObject({ health: 'ok', problem: null });
});

test('a wait that the vendor wants is degraded while it lasts, and not a moment longer', async () => {
  const { see, read } = open();
  await read();
  const until = '2026-01-14T12:00:07.000Z';
  expect(await see({ waitMs: 6_500, until })).toMatchObject({
    health: 'degraded',
    problem: { code: 'source-throttled', retryAfterSeconds: 7 },
  });
  expect(await see({ waitMs: 0, until })).toMatchObject({ health: 'ok', problem: null });
});
