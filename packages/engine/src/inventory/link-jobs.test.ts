import type { JobStatus } from '@crossvault/core';
import type { LinkedRun, StoredThing } from '@crossvault/core/store';
import { makeItem, makePlan } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { daily, scheduleOf, skipping } from '../insight/testing/make-schedule.ts';
import { type Judged, linkItem, linkPlan } from './link-jobs.ts';

const at = (hour: number): string => new Date(Date.UTC(2026, 0, 1, hour)).toISOString();
const nowMs = Date.parse(at(100));

const run = (hour: number, status: JobStatus, isSuccess = status === 'succeeded'): LinkedRun => ({
  isSuccess,
  id: `${hour}`,
  status,
  startedAt: at(hour),
  endedAt: null,
});
const facts = (recent: readonly LinkedRun[], lastSuccessAt: string | null = null, judged: Judged | null = null) => ({
  runs: { recent, lastSuccessAt },
  nowMs,
  judged,
});
const judgedAs = (more: Partial<Judged> = {}): Judged => ({
  planId: null,
  isExpected: true,
  missed: false,
  streak: null,
  nextMs: Date.parse(at(120)),
  isInferred: false,
  ...more,
});
const storedPlan = (fields = {}): StoredThing<'plan'> => ({
  key: ['p'],
  thing: makePlan('c', 'p', fields),
  raw: null,
  number: 0,
  tie: {},
  observedAt: at(99),
  dueAt: null,
  goneAt: null,
});
const storedItem = (fields = {}): StoredThing<'item'> => ({ ...storedPlan(), thing: makeItem('c', 'i', fields) });

test('the newest job, the last success and the streak are what ran, and say so', () => {
  const plan = linkPlan(
    storedPlan(),
    facts([run(90, 'running'), run(80, 'failed'), run(70, 'failed'), run(60, 'succeeded')], at(61)),
  );
  expect(plan).toMatchObject({
    lastJob: { id: '90', status: 'running', startedAt: at(90) },
    lastSuccessAt: at(61),
    streak: { status: 'failed', count: 2 },
    provenance: { lastJob: 'computed', lastSuccessAt: 'computed', streak: 'computed' },
  });
});

test('the next run of a plan follows from its schedule, and from the one that was inferred where there is none', () => {
  const schedule = scheduleOf('UTC', skipping, daily('22:00'));
  const recent = [90, 80, 70, 60, 50].map((hour) => run(hour, 'succeeded'));
  expect(linkPlan(storedPlan({ schedule }), facts(recent))).toMatchObject({
    nextRunAt: at(118),
    provenance: { nextRunAt: 'computed' },
  });
  expect(linkPlan(storedPlan(), facts(recent, null, judgedAs({ isInferred: true })))).toMatchObject({
    nextRunAt: at(120),
    provenance: { nextRunAt: 'inferred' },
  });
});

test('what the vendor says of something newer stays as it is', () => {
  const lastJob = { id: 'newer', status: 'succeeded', startedAt: at(95) };
  const item = linkItem(storedItem({ lastJob, lastSuccessAt: at(96) }), facts([run(90, 'failed')], at(61)));
  expect(item).toMatchObject({ lastJob, lastSuccessAt: at(96), streak: { status: 'failed', count: 1 } });
  expect(item.provenance).not.toHaveProperty('lastJob');
  expect(item.provenance).not.toHaveProperty('lastSuccessAt');
});

test('a success that protected nothing neither begins a streak nor ends one', () => {
  const recent = [run(95, 'succeeded', false), run(90, 'failed'), run(80, 'succeeded', false), run(70, 'failed')];
  const plan = linkPlan(storedPlan(), facts(recent));
  expect(plan).toMatchObject({ lastJob: { id: '95' }, lastSuccessAt: null, streak: { status: 'failed', count: 2 } });
  expect(linkPlan(storedPlan(), facts([run(95, 'succeeded', false)])).streak).toBeNull();
});

test('without any job a thing is as the vendor says', () => {
  const stored = storedPlan();
  expect(linkPlan(stored, facts([]))).toEqual(stored.thing);
  expect(linkItem(storedItem(), facts([]))).toEqual(storedItem().thing);
});

test('a missed run is shown as it was judged, with its provenance', () => {
  const missed = facts([run(60, 'succeeded')], null, judgedAs({ missed: true }));
  expect(linkPlan(storedPlan({ nextRunAt: at(120) }), missed)).toMatchObject({
    missed: true,
    nextRunAt: at(120),
    provenance: { missed: 'computed' },
  });
  const inferred = facts([run(60, 'succeeded')], null, judgedAs({ missed: true, isInferred: true }));
  expect(linkItem(storedItem(), inferred)).toMatchObject({
    missed: true,
    expectedNextAt: at(120),
    provenance: { missed: 'inferred', expectedNextAt: 'inferred' },
  });
});

test('a next run that has passed is no next run, whoever said so', () => {
  const passed = facts([], null, judgedAs({ nextMs: Date.parse(at(98)) }));
  expect(linkPlan(storedPlan({ nextRunAt: at(99) }), passed).nextRunAt).toBeNull();
  expect(linkItem(storedItem({ expectedNextAt: at(99) }), passed).expectedNextAt).toBeNull();
});

test('the streak is that of expected runs, so that a run that did not start counts; without any it is that of what ran', () => {
  const streak = { kind: 'bad' as const, count: 4, isCutByUnknown: false };
  const recent = [run(90, 'failed'), run(80, 'succeeded')];
  expect(linkItem(storedItem(), facts(recent, null, judgedAs({ streak }))).streak).toEqual({
    status: 'failed',
    count: 4,
  });
  const notExpected = judgedAs({ streak, isExpected: false });
  expect(linkItem(storedItem(), facts(recent, null, notExpected)).streak).toEqual({ status: 'failed', count: 1 });
});

test('what was never judged has missed nothing that is known', () => {
  expect(linkPlan(storedPlan({ enabled: false }), facts([])).missed).toBeNull();
});
