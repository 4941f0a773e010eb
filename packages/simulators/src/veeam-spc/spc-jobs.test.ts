import { describe, expect, test } from 'vitest';
import { createSimulatedClock } from '../clock/clock.ts';
import { UnknownJobError } from '../fleet/job-table.ts';
import { createRandom } from '../fleet/random.ts';
import type { LastRunMoves } from './definition.ts';
import { DOCUMENTED_AGENT_ID, DOCUMENTED_JOB } from './documented.ts';
import { createSpcJobs, type SpcJobs } from './spc-jobs.ts';

const HOUR_MS = 3_600_000;
const NOW = '2026-03-10T08:00:00.000Z';

const create = (options: { jobs?: number; moves?: LastRunMoves } = {}) => {
  const clock = createSimulatedClock({ start: NOW });
  const core = { clock, random: createRandom(1), days: 14, anchorMs: clock.now(), port: 0, pageSize: undefined };
  const moves = options.moves ?? 'start';
  return {
    clock,
    jobs: createSpcJobs({ ...core, jobs: options.jobs ?? 0 }, { moves, version: 'v2', delayMs: 10_000 }),
  };
};

const agent = DOCUMENTED_AGENT_ID;

const truthOf = (jobs: SpcJobs, nativeId: string) => jobs.truth().find((job) => job.nativeId === nativeId);
const relsOf = (job: unknown): unknown[] =>
  typeof job === 'object' && job !== null && '_links' in job && Array.isArray(job._links)
    ? job._links.map((link: { rel: string }) => link.rel)
    : [];

describe('a run', () => {
  test('an open one has its own start, the duration of the one before and a link to stop it', () => {
    const { clock, jobs } = create();
    const id = jobs.add({ list: agent, status: 'succeeded', startedAt: '2026-03-09T08:00:00Z', durationSeconds: 75 });
    jobs.change(id, { status: 'running', startedAt: '2026-03-10T07:00:00Z', durationSeconds: 7200 });
    const open = jobs.job(agent, id);
    expect(open).toMatchObject({ lastSessionStatus: 'Running', lastRun: '2026-03-10T07:00:00Z', lastDuration: 75 });
    expect(relsOf(open)).toEqual(['self', 'stopJob', 'delete']);
    expect(truthOf(jobs, id)).toMatchObject({
      status: 'running',
      startedAt: '2026-03-10T07:00:00.000Z',
      endedAt: null,
    });

    clock.move(HOUR_MS);
    const over = jobs.job(agent, id);
    expect(over).toMatchObject({ lastSessionStatus: 'Success', lastRun: '2026-03-10T07:00:00Z', lastDuration: 7200 });
    expect(relsOf(over)).toEqual(['self', 'startJob', 'delete']);
    expect(truthOf(jobs, id)).toMatchObject({ status: 'succeeded', endedAt: '2026-03-10T09:00:00.000Z' });
  });

  test('where lastRun moves at the end, an open one stands over the start of the one before', () => {
    const { clock, jobs } = create({ moves: 'end' });
    const id = jobs.add({ list: agent, status: 'warning', startedAt: '2026-03-09T08:00:00Z', durationSeconds: 75 });
    jobs.change(id, { status: 'running', startedAt: '2026-03-10T07:00:00Z', durationSeconds: 7200 });
    expect(jobs.job(agent, id)).toMatchObject({ lastSessionStatus: 'Running', lastRun: '2026-03-09T08:00:00Z' });
    expect(truthOf(jobs, id)).toMatchObject({ status: 'running', startedAt: null, endedAt: null });
    clock.move(HOUR_MS);
    expect(jobs.job(agent, id)).toMatchObject({ lastSessionStatus: 'Success', lastRun: '2026-03-10T07:00:00Z' });
    expect(truthOf(jobs, id)).toMatchObject({ status: 'succeeded', startedAt: '2026-03-10T07:00:00.000Z' });
  });

  test('where lastRun moves at the end, the first run is no job before it is over', () => {
    const { clock, jobs } = create({ moves: 'end' });
    const id = jobs.add({ list: agent, durationSeconds: 60 });
    expect(jobs.job(agent, id)).toMatchObject({ lastSessionStatus: 'Running', lastRun: '0001-01-01T00:00:00' });
    expect(truthOf(jobs, id)).toBeUndefined();
    clock.move(60_000);
    expect(truthOf(jobs, id)).toMatchObject({ status: 'succeeded', startedAt: NOW });
  });

  test('the clock finishes every open run, and lets first runs begin', () => {
    const { clock, jobs } = create({ jobs: 200 });
    const before = jobs.truth();
    const open = before.filter(({ status }) => status === 'running');
    expect(open.length).toBeGreaterThan(1);
    clock.move(72 * HOUR_MS);
    for (const { nativeId, scope, startedAt } of open) {
      const after = jobs
        .truth()
        .find((job) => job.nativeId === nativeId && job.scope === scope && job.startedAt === startedAt);
      expect(after?.status).toMatch(/^(succeeded|failed|warning)$/);
      expect(after?.endedAt).not.toBeNull();
    }
    expect(jobs.truth().length).toBeGreaterThan(before.length);
  });
});

describe('a word', () => {
  test.each([
    ['Success', 'succeeded', '2026-03-09T08:00:05.000Z'],
    ['success', 'succeeded', '2026-03-09T08:00:05.000Z'],
    ['Warning', 'warning', '2026-03-09T08:00:05.000Z'],
    ['Failed', 'failed', '2026-03-09T08:00:05.000Z'],
    ['Unknown', 'unknown', '2026-03-10T08:00:00.000Z'],
    ['None', 'unknown', '2026-03-09T08:00:05.000Z'],
    ['-', 'unknown', '2026-03-09T08:00:05.000Z'],
    ['Deferred', 'unknown', '2026-03-10T08:00:00.000Z'],
  ])('%s beside a last run is %s, and it ended at %s', (nativeStatus, status, endedAt) => {
    const { jobs } = create();
    const id = jobs.add({ list: agent, nativeStatus, startedAt: '2026-03-09T08:00:00Z', durationSeconds: 5 });
    expect(jobs.job(agent, id)).toMatchObject({ lastSessionStatus: nativeStatus });
    expect(truthOf(jobs, id)).toMatchObject({ status, nativeStatus, endedAt });
  });

  test('a failed run has a reason', () => {
    const { jobs } = create();
    const id = jobs.add({ list: agent, status: 'failed' });
    expect(jobs.job(agent, id)).toMatchObject({ failureMessage: expect.stringContaining('\r\n') });
  });
});

describe('a change', () => {
  test('merges into the payload and leaves the truth to the test', () => {
    const { jobs } = create();
    jobs.change(DOCUMENTED_JOB.id, { merge: { lastDuration: 'long' }, truth: { endedAt: null } });
    expect(jobs.job(agent, DOCUMENTED_JOB.id)).toEqual({ ...DOCUMENTED_JOB, lastDuration: 'long' });
    expect(truthOf(jobs, DOCUMENTED_JOB.id)).toMatchObject({ status: 'succeeded', endedAt: null, documented: true });
  });

  test('a raw payload is served as given, in the list of its agent, even without an id', () => {
    const { jobs } = create();
    const id = jobs.add({ list: agent, raw: { name: 'nameless' } });
    expect(jobs.jobsOf(agent)).toEqual([DOCUMENTED_JOB, { name: 'nameless' }]);
    expect(truthOf(jobs, id)).toBeUndefined();
    jobs.change(id, { raw: null });
    expect(jobs.jobsOf(agent)).toEqual([DOCUMENTED_JOB, null]);
    const known = jobs.add({ list: agent, raw: { id: 'AB-1', lastRun: 'soon' }, truth: { status: 'failed' } });
    expect(jobs.job(agent, 'ab-1')).toEqual({ id: 'AB-1', lastRun: 'soon' });
    expect(truthOf(jobs, known)).toMatchObject({ status: 'failed', scope: agent, startedAt: null });
  });

  test('a computer that is not there yet gets an agent', () => {
    const { jobs } = create();
    jobs.add({ target: 'ws-new', status: 'succeeded' });
    expect(jobs.agents()).toContainEqual(
      expect.objectContaining({ name: 'ws-new', totalJobsCount: 1, successJobsCount: 1 }),
    );
  });

  test.each([{ kind: 'restore' }, { nativeKind: 'Backup' }, { status: 'skipped' }, { list: 'elsewhere' }] as const)(
    '%o cannot be said of an agent job',
    (input) => {
      const { jobs } = create();
      expect(() => jobs.add(input)).toThrow(RangeError);
    },
  );

  test('an unknown id is reported', () => {
    const { jobs } = create();
    expect(() => jobs.change('nothing', { status: 'failed' })).toThrow(UnknownJobError);
  });
});

test('the choice for the restore points of a removed job is recorded', () => {
  const { jobs } = create();
  const act = { kind: 'remove', removeRestorePoints: false } as const;
  expect(jobs.agentActs.act(agent.toUpperCase(), DOCUMENTED_JOB.id, act)).toEqual({ kind: 'done' });
  expect(jobs.agentActs.removed).toEqual([{ nativeId: DOCUMENTED_JOB.id, removeRestorePoints: false }]);
  expect(jobs.agentActs.act(agent, DOCUMENTED_JOB.id, act)).toEqual({ kind: 'absent' });
});
