import { type JobStatus, reportWrite, toJobId } from '@crossvault/core';
import type { StoredOperation } from '@crossvault/core/store';
import { makeOperation } from '@crossvault/testkit';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  followTiming,
  notSeen,
  seekNow,
  toLost,
  toRefused,
  toUnknown,
  withFailure,
  withJobs,
  withReport,
} from './operation-state.ts';

const nowMs = Date.parse('2026-03-02T12:00:00.000Z');
const after = (ms: number): string => new Date(nowMs + ms).toISOString();

/** An operation that was just sent, with these changes. */
function stored(
  change: Partial<StoredOperation> = {},
  operation: Partial<StoredOperation['operation']> = {},
): StoredOperation {
  return {
    operation: {
      ...makeOperation('here', 'o-1'),
      status: 'accepted',
      jobs: [],
      outcome: null,
      startedAt: null,
      endedAt: null,
      error: null,
      ...operation,
    },
    intent: {
      action: 'run',
      target: { kind: 'plan', nativeId: 'p', name: null },
      requestId: 'r',
      at: after(-1_000),
      facts: null,
    },
    phase: 'sending',
    phaseAt: after(-1_000),
    sender: 's',
    tracking: null,
    endedJobs: [],
    looks: 0,
    failures: 0,
    dueAt: after(0),
    version: 1,
    ...change,
  };
}
const jobIdOf = (key: string): string => toJobId(makeOperation('here', 'o-1').connection, [key]);

describe('what the vendor reports', () => {
  test('that is done at once gets one look at its target, and is settled already', () => {
    const next = withReport(stored(), reportWrite('done'), nowMs);
    expect(next).toMatchObject({
      phase: 'jobs',
      dueAt: after(0),
      operation: { status: 'done', endedAt: after(0), startedAt: after(-1_000) },
    });
  });

  test('that runs is followed by what the vendor gave to follow it', () => {
    const next = withReport(stored(), reportWrite('running', { tracking: { url: 'x' } }), nowMs);
    expect(next).toMatchObject({
      phase: 'following',
      tracking: { url: 'x' },
      dueAt: after(2_000),
      operation: { status: 'running', endedAt: null },
    });
  });

  test('is looked at no sooner than the vendor asks for', () => {
    const next = withReport(stored(), reportWrite('running', { tracking: 1, retryAfterSeconds: 90 }), nowMs);
    expect(next.dueAt).toBe(after(90_000));
  });

  test('names jobs, which are followed until they end', () => {
    const following = stored({ phase: 'following' });
    const next = withReport(following, reportWrite('done', { jobs: [['j']] }), nowMs);
    expect(next).toMatchObject({ phase: 'jobs', operation: { jobs: [{ id: jobIdOf('j'), status: 'unknown' }] } });
    expect(withReport(next, reportWrite('done', { jobs: [['j']] }), nowMs).operation.jobs).toHaveLength(1);
  });

  test('that failed after it was followed is over, with its reason', () => {
    const error = { code: 'Busy', message: 'Not now.' };
    const next = withReport(stored({ phase: 'following' }), reportWrite('failed', { error }), nowMs);
    expect(next).toMatchObject({ phase: 'over', dueAt: null, operation: { status: 'failed', error } });
  });

  test('that runs, and that nothing leads to, is looked for as one whose answer was lost', () => {
    const next = withReport(stored({ phase: 'following' }), reportWrite('running'), nowMs);
    expect(next).toMatchObject({ phase: 'lost', operation: { status: 'unknown' } });
  });
});

describe('an answer that was lost', () => {
  test('is looked for, first often, then rarely, for a day, and then no more', () => {
    let operation = toLost(stored(), nowMs);
    const waitsMs = [Date.parse(operation.dueAt ?? '') - nowMs];
    for (; operation.phase === 'lost'; ) {
      operation = notSeen(operation, null, nowMs);
      if (operation.dueAt !== null) waitsMs.push(Date.parse(operation.dueAt) - nowMs);
    }
    expect(waitsMs).toEqual([...followTiming.lostWaitsMs, ...followTiming.laterWaitsMs]);
    expect(operation).toMatchObject({ phase: 'over', operation: { status: 'unknown', error: { code: null } } });
  });

  test('is unknown after the first looks, and keeps what the first of them saw', () => {
    const error = { code: 'source-error', message: 'It stumbled.' };
    let operation = toLost(stored(), nowMs);
    for (const _ of followTiming.lostWaitsMs) operation = notSeen(operation, error, nowMs);
    expect(operation.operation).toMatchObject({ status: 'unknown', error, endedAt: after(0) });
    expect(notSeen(operation, { code: null, message: 'Later.' }, nowMs).operation.error).toEqual(error);
  });

  test('that shows up after all is no longer unknown', () => {
    const unknown = stored({ phase: 'lost' }, { status: 'unknown', error: { code: null, message: 'No trace.' } });
    expect(withReport(unknown, reportWrite('done'), nowMs).operation).toMatchObject({ status: 'done', error: null });
  });
});

describe('a waiting caller', () => {
  const unknown = (change: Partial<StoredOperation>) =>
    stored({ phase: 'over', phaseAt: after(0), dueAt: null, ...change }, { status: 'unknown' });

  test('causes one more look at an unknown operation, beside the planned ones', () => {
    expect(seekNow(unknown({}), nowMs)).toMatchObject({ phase: 'lost', dueAt: after(0) });
    const sought = seekNow(unknown({ phase: 'lost', looks: 9 }), nowMs) ?? stored();
    expect(notSeen(sought, null, nowMs)).toMatchObject({ looks: 9 });
  });

  test.each<[string, StoredOperation]>([
    ['is known', stored({ phase: 'over' }, { status: 'done' })],
    ['was given up long ago', unknown({ phaseAt: after(-7 * 86_400_000) })],
    ['was given up by a clock that was ahead', unknown({ phaseAt: after(86_400_000) })],
    ['made jobs', stored({ phase: 'over' }, { status: 'unknown', jobs: [{ id: 'j', status: 'unknown' }] })],
  ])('causes none at one that %s', (_, operation) => {
    expect(seekNow(operation, nowMs)).toBeNull();
  });
});

describe('a look that failed', () => {
  test('changes no status, and is made again after a wait that doubles', () => {
    let operation = stored({ phase: 'following' }, { status: 'running' });
    const waitsMs = [1, 2, 3].map(() => {
      operation = withFailure(operation, null, 0, nowMs);
      return Date.parse(operation.dueAt ?? '') - nowMs;
    });
    expect(waitsMs).toEqual([4_000, 8_000, 16_000]);
    expect(operation).toMatchObject({ failures: 3, operation: { status: 'running', error: null } });
    expect(withFailure(stored({ failures: 99 }), null, 0, nowMs).dueAt).toBe(after(followTiming.longestBackoffMs));
  });

  test('waits as long as the vendor asks for, and shows its reason only where it is given', () => {
    const error = { code: 'permission-denied', message: 'No.' };
    expect(withFailure(stored(), error, 900, nowMs)).toMatchObject({ dueAt: after(900_000), operation: { error } });
  });
});

describe('the jobs of an operation', () => {
  const one = jobIdOf('1');
  const other = jobIdOf('2');
  const both = stored(
    { phase: 'jobs' },
    {
      status: 'done',
      jobs: [
        { id: one, status: 'unknown' },
        { id: other, status: 'unknown' },
      ],
    },
  );
  const read = (...jobs: readonly (readonly [string, JobStatus, boolean])[]) =>
    new Map(jobs.map(([id, status, ended]) => [id, { status, ended }]));

  test('are followed until all have ended', () => {
    const next = withJobs(both, read([one, 'succeeded', true], [other, 'running', false]), nowMs);
    expect(next).toMatchObject({ phase: 'jobs', endedJobs: [one], operation: { outcome: null } });
    const over = withJobs(next, read([other, 'warning', true]), nowMs);
    expect(over).toMatchObject({ phase: 'over', dueAt: null, operation: { outcome: 'warning', status: 'done' } });
  });

  property.prop([
    fc.constantFrom<JobStatus>('succeeded', 'skipped', 'warning', 'cancelled', 'failed'),
    fc.constantFrom<JobStatus>('succeeded', 'failed'),
  ])('come out as the worst of them, in whichever order they end', (first, second) => {
    const there = withJobs(both, read([one, first, true], [other, second, true]), nowMs).operation.outcome;
    const back = withJobs(both, read([one, second, true], [other, first, true]), nowMs).operation.outcome;
    expect(there).toBe(back);
    expect([first, second]).toContain(there);
    if (first === 'failed' || second === 'failed') expect(there).toBe('failed');
  });

  test('settle the request that made them: they could not have ended before it', () => {
    const running = stored({ phase: 'jobs' }, { status: 'running', jobs: [{ id: one, status: 'running' }] });
    expect(withJobs(running, read([one, 'succeeded', true]), nowMs).operation).toMatchObject({
      status: 'done',
      endedAt: after(0),
    });
  });
});

test('a refusal is a failure with its code, and an operation that is given up is unknown', () => {
  expect(toRefused(stored(), { code: 'state-conflict', message: 'It runs.' }, nowMs)).toMatchObject({
    phase: 'over',
    dueAt: null,
    operation: { status: 'failed', error: { code: 'state-conflict' }, endedAt: after(0) },
  });
  expect(toUnknown(stored({ phase: 'following' }), null, nowMs)).toMatchObject({
    phase: 'over',
    operation: { status: 'unknown' },
  });
});
