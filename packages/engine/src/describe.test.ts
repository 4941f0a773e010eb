import type { SourceCondition } from '@crossvault/contract';
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
import { createEngine } from './index.ts';

function open() {
  const clock = createManualClock('2026-01-15T12:00:00.000Z');
  const vendor = createFakeVendor();
  const engine = createEngine({ connections: fakeConnections({ left: vendor }), clock, logger: silentLogger });
  return {
    clock,
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
  const { see, read, clock } = open();
  await read();
  const open30 = { circuit: 'open', until: '2026-01-15T12:00:30.000Z' } as const;
  expect(await see(open30)).toMatchObject({
    health: 'failing',
    problem: { code: 'circuit-open', source: 'left', retryAfterSeconds: 30 },
  });
  await clock.move(20_000);
  expect(await see(open30)).toMatchObject({ problem: { retryAfterSeconds: 10 } });
  expect(await see({ circuit: 'half-open' })).toMatchObject({ health: 'ok', problem: null });
});

test('a wait that the vendor wants is degraded while it lasts, and not a moment longer', async () => {
  const { see, read, clock } = open();
  await read();
  const waiting = { until: '2026-01-15T12:00:07.000Z' };
  expect(await see(waiting)).toMatchObject({
    health: 'degraded',
    problem: { code: 'source-throttled', retryAfterSeconds: 7 },
  });
  await clock.move(7000);
  expect(await see(waiting)).toMatchObject({ health: 'ok', problem: null });
});
