import { expect, test } from 'vitest';
import { createSimulatedClock } from '../clock/clock.ts';
import { createRandom } from '../fleet/random.ts';
import { growFleet } from './fleet.ts';
import { describeSession, existsAt, momentOf } from './session.ts';
import { FORMER_TYPES, INVENTED_STATUS, INVENTED_TYPE, localizeType, SESSION_TYPES, STATUS_WORDS } from './words.ts';

const anchorMs = Date.parse('2026-11-20T06:00:00Z');

const grow = (jobs: number, options: { seed?: number; days?: number; oddities?: boolean } = {}) =>
  growFleet({
    clock: createSimulatedClock({ start: '2026-11-20T06:00:00Z' }),
    random: createRandom(options.seed ?? 1),
    jobs,
    days: options.days ?? 14,
    oddities: options.oddities ?? false,
    anchorMs,
    port: 0,
    pageSize: undefined,
  });

const present = (jobs: number, options = {}) => grow(jobs, options).filter((session) => existsAt(session, anchorMs));
const wordsOf = (jobs: number, options = {}) =>
  new Set(present(jobs, options).map((session) => momentOf(session, anchorMs).word));

test('the pages know 63 types, one that vanished, one that was renamed; and one is invented', () => {
  expect(new Set(SESSION_TYPES).size).toBe(63 + 3);
  expect(SESSION_TYPES).toEqual(
    expect.arrayContaining(['AutoBackup', 'LingeringSnapshotRetention', INVENTED_TYPE, 'Unknown']),
  );
});

test.each([0, 1, 2, 3, 40, 299, 300])(
  'a fleet of %i has exactly so many sessions beside the documented ones',
  (jobs) => {
    expect(present(jobs)).toHaveLength(jobs + 14);
    expect(new Set(present(jobs).map(({ id }) => id)).size).toBe(jobs + 14);
  },
);

test.each([1, 7])('every type and every status of v8.1 occurs among three hundred, and no other (seed %i)', (seed) => {
  const sessions = present(300, { seed }).filter(({ documented }) => !documented);
  const types = SESSION_TYPES.filter((type) => !FORMER_TYPES.includes(type) && type !== INVENTED_TYPE);
  expect(new Set(sessions.map(({ shape }) => shape.type))).toEqual(new Set(types));
  expect(wordsOf(300, { seed })).toEqual(new Set(STATUS_WORDS));
  expect(sessions.filter(({ shape }) => shape.stop === 'unreadable' || shape.duration === 'unreadable')).toEqual([]);
});

test('oddities add unknown values and invalid times', () => {
  const sessions = present(300, { oddities: true });
  expect(sessions.map(({ shape }) => shape.type)).toContain(INVENTED_TYPE);
  expect(wordsOf(300, { oddities: true })).toEqual(new Set([...STATUS_WORDS, INVENTED_STATUS]));
  expect(sessions.some(({ shape }) => shape.stop === 'unreadable')).toBe(true);
  expect(sessions.some(({ shape }) => shape.duration === 'unreadable')).toBe(true);
});

test('a small fleet has every status already', () => {
  expect(wordsOf(60)).toEqual(new Set(STATUS_WORDS));
});

test('a policy run is a snapshot and a backup, milliseconds apart, of one policy', () => {
  const sessions = present(300);
  const backups = sessions.filter(
    ({ shape, documented }) =>
      shape.type === 'PolicyBackup' && shape.phase !== 'pending' && shape.start === 'plain' && !documented,
  );
  expect(backups.length).toBeGreaterThan(20);
  for (const backup of backups) {
    const snapshot = sessions.find(
      ({ shape, course, policy }) =>
        shape.type === 'PolicySnapshot' &&
        policy?.id === backup.policy?.id &&
        backup.course.startMs - course.startMs >= 5 &&
        backup.course.startMs - course.startMs <= 60,
    );
    expect(snapshot).toBeDefined();
  }
});

test('what is over at the anchor ended before it, also in a window of one day', () => {
  for (const session of [...present(300), ...present(300, { days: 1 })]) {
    const { startMicros, endMicros } = momentOf(session, anchorMs);
    expect(startMicros ?? 0).toBeLessThan(anchorMs * 1000);
    expect(endMicros ?? 0).toBeLessThanOrEqual(anchorMs * 1000 + 999);
  }
});

test('the same seed grows the same fleet, another one another', () => {
  expect(grow(50)).toEqual(grow(50));
  expect(grow(50, { seed: 2 })).not.toEqual(grow(50));
});

test('more sessions come into being as the clock passes', () => {
  const dayLaterMs = anchorMs + 86_400_000;
  expect(grow(100).filter((session) => existsAt(session, dayLaterMs)).length).toBeGreaterThan(present(100).length);
});

test('a session that waits has no start, starts later, and is reported truthfully at every step', () => {
  const [pending] = present(60).filter(({ shape }) => shape.phase === 'pending');
  if (pending === undefined) throw new Error('no pending session');
  const { startMs, queuedForMs, durationMs } = pending.course;
  expect(describeSession(pending, anchorMs)).toMatchObject({ status: 'queued', startedAt: null, endedAt: null });
  expect(describeSession(pending, startMs + queuedForMs)).toMatchObject({
    status: 'running',
    startedAt: new Date(startMs + queuedForMs).toISOString(),
    endedAt: null,
  });
  expect(describeSession(pending, startMs + durationMs + 1)).toMatchObject({
    endedAt: expect.stringContaining('T'),
  });
});

test.each([
  ['PolicyBackup', 'Policy Backup'],
  ['RepositoryCreation', 'Create Repository'],
  ['LingeringSnapshotRetention', 'Obsolete Snapshot Retention'],
])('%s is shown as %s', (type, text) => {
  expect(localizeType(type)).toBe(text);
});
