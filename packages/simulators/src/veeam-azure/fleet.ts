import type { Course } from '../fleet/course.ts';
import type { Random } from '../fleet/random.ts';
import { growStarts } from '../fleet/starts.ts';
import { pickWeighted } from '../fleet/weighted.ts';
import type { VendorCore } from '../simulated-vendor.ts';
import type { TruthKind } from '../truth.ts';
import { DOCUMENTED_SESSIONS, type SessionPage } from './documented.ts';
import type { VeeamSession } from './session.ts';
import {
  FIRST_HALF,
  MACHINES,
  type Policy,
  plantedShapes,
  policiesFor,
  REPOSITORIES,
  type Repository,
  type Shape,
  USUAL_OUTCOMES,
  USUAL_TYPES,
} from './shapes.ts';
import { parseInstant } from './time-text.ts';
import { FORMER_TYPES, INVENTED_TYPE, kindOfType, SESSION_TYPES } from './words.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

export const growShape = (random: Random, wish: Partial<Shape>): Shape => ({
  type: pickWeighted(random, USUAL_TYPES),
  outcome: pickWeighted(random, USUAL_OUTCOMES),
  openWord: 'Running',
  phase: 'ended',
  start: 'plain',
  stop: 'plain',
  duration: random.chance(0.03) ? 'milliseconds' : 'plain',
  openStop: random.pick(['null', 'absent']),
  openDuration: random.pick(['null', 'absent', 'growing']),
  length: random.chance(0.05) ? 'whole-seconds' : 'usual',
  links: 'plain',
  empty: random.chance(0.03),
  ...wish,
});

export const growSession = (random: Random, shape: Shape, course: Course): VeeamSession => {
  const policies = policiesFor(shape.type);
  return {
    id: random.uuid(),
    number: 0,
    usn: 0,
    shape,
    course,
    startMicros: random.chance(0.1) ? 0 : random.integer(1, 999),
    durationMicros: shape.length === 'whole-seconds' ? 0 : random.integer(0, 999),
    policy: policies.length === 0 ? null : random.pick(policies),
    repository: random.pick(REPOSITORIES),
    machine: random.pick(MACHINES),
    instances: shape.empty ? 0 : random.integer(1, 14),
    page: null,
    documented: false,
  };
};

const BRIEF: readonly TruthKind[] = ['snapshot', 'configure', 'delete', 'retention', 'maintenance'];

/** What ended before the anchor also has to fit before it. */
const growCourse = (random: Random, shape: Shape, startMs: number, anchorMs: number): Course => {
  const drawnMs = random.integer(2000, BRIEF.includes(kindOfType(shape.type)) ? 3 * MINUTE_MS : 90 * MINUTE_MS);
  const isPast = startMs < anchorMs;
  const fittingMs = isPast ? Math.max(1, Math.min(drawnMs, Math.floor((anchorMs - startMs) * 0.9))) : drawnMs;
  const durationMs = shape.length === 'whole-seconds' ? Math.floor(fittingMs / 1000) * 1000 : fittingMs;
  return { startMs, queuedForMs: 0, closingAfterMs: null, durationMs };
};

/** A session that is open at the anchor, with a good part still to go; what is pending has not begun. */
const growOpenCourse = (random: Random, { phase }: Shape, anchorMs: number, windowMs: number): Course => {
  const sinceMs = random.integer(Math.min(MINUTE_MS, windowMs), Math.min(120 * MINUTE_MS, windowMs));
  const isPending = phase === 'pending';
  const queuedForMs = isPending ? sinceMs + random.integer(MINUTE_MS, 30 * MINUTE_MS) : 0;
  return {
    startMs: anchorMs - sinceMs,
    queuedForMs,
    closingAfterMs: phase === 'canceling' ? Math.floor(sinceMs / 2) : null,
    durationMs: Math.max(sinceMs, queuedForMs) + random.integer(2 * MINUTE_MS, 120 * MINUTE_MS),
  };
};

const growLongCourse = (random: Random, anchorMs: number, windowMs: number): Course => {
  const durationMs = DAY_MS + random.integer(HOUR_MS, 20 * HOUR_MS);
  const startMs = anchorMs - random.integer(durationMs + 1, windowMs);
  return { startMs, queuedForMs: 0, closingAfterMs: null, durationMs };
};

/** The session that goes before the second half of a policy run: same policy, milliseconds earlier, well ended. */
const growFirstHalf = (random: Random, type: string, second: VeeamSession, anchorMs: number): VeeamSession => {
  const shape = growShape(random, { type, outcome: 'Success', empty: second.instances === 0 });
  const startMs = second.course.startMs - random.integer(5, 60);
  const first = growSession(random, shape, growCourse(random, shape, startMs, anchorMs));
  return { ...first, policy: second.policy, instances: second.instances };
};

type Growth = { readonly anchorMs: number; readonly windowMs: number };

/** One session, or the two of a policy run; a waiting or never executed policy has no first half yet. */
const growRun = (
  random: Random,
  { wish, startMs, anchorMs, windowMs }: Growth & { wish: Partial<Shape>; startMs: number },
): VeeamSession[] => {
  const shape = growShape(random, wish);
  const isLong = shape.length === 'over-a-day' && windowMs >= 2 * DAY_MS;
  const endedCourse = () =>
    isLong ? growLongCourse(random, anchorMs, windowMs) : growCourse(random, shape, startMs, anchorMs);
  const course = shape.phase === 'ended' ? endedCourse() : growOpenCourse(random, shape, anchorMs, windowMs);
  const second = growSession(random, shape, course);
  const firstType = FIRST_HALF[shape.type];
  if (firstType === undefined || shape.phase === 'pending' || shape.start === 'none') return [second];
  return [growFirstHalf(random, firstType, second, anchorMs), second];
};

const HALVES = [...Object.keys(FIRST_HALF), ...Object.values(FIRST_HALF)];

/** First what is planted, then one of each type (in half of what is left at most), then a usual mixture. */
const wishesFor = ({ jobs, oddities }: VendorCore): ((random: Random, index: number) => Partial<Shape>) => {
  const planted = plantedShapes({ oddities });
  const met = [...planted.map(({ type }) => type), ...HALVES, ...FORMER_TYPES, INVENTED_TYPE];
  const otherTypes = SESSION_TYPES.filter((type) => !met.includes(type));
  return (random, index) => {
    const wish = planted[index];
    if (wish !== undefined) return wish;
    const position = index - planted.length;
    const type = position < (jobs - planted.length) / 2 ? otherTypes[position] : undefined;
    if (type !== undefined) return { type };
    return random.chance(0.02) ? { phase: 'running' } : {};
  };
};

const documentedPolicy = ({ backupJobInfo }: SessionPage): Policy | null =>
  backupJobInfo === undefined
    ? null
    : {
        id: backupJobInfo.policyId,
        name: backupJobInfo.policyName,
        type: 'VirtualMachines',
        removed: backupJobInfo.policyRemoved,
      };

const documentedRepository = ({ repositoryJobInfo }: SessionPage): Repository => ({
  number: repositoryJobInfo?.repositoryId ?? 1,
  id: String(repositoryJobInfo?.repositoryId ?? 1),
  name: repositoryJobInfo?.repositoryName ?? 'Backup Repository',
  removed: repositoryJobInfo?.repositoryRemoved ?? false,
});

const documentedSession = (random: Random, page: SessionPage): VeeamSession => {
  const start = parseInstant(page.executionStartTime) ?? 0;
  const micros = (parseInstant(page.executionStopTime) ?? 0) - start;
  const durationMs = Math.floor(micros / 1000);
  const course = { startMs: Math.floor(start / 1000), queuedForMs: 0, closingAfterMs: null, durationMs };
  const shape = growShape(random, { type: page.type, outcome: page.status, duration: 'plain', length: 'usual' });
  return {
    ...growSession(random, shape, course),
    id: page.id,
    number: Number(page.id),
    usn: page.usn,
    startMicros: start % 1000,
    durationMicros: micros % 1000,
    policy: documentedPolicy(page),
    repository: documentedRepository(page),
    instances: page.backupJobInfo?.protectedInstancesCount ?? 0,
    page,
    documented: true,
  };
};

/** How far ahead jobs are generated: they appear as the clock reaches their start. */
const FUTURE_DAYS = 2;

/** Runs until there are exactly so many sessions; the last run may lose its second half. */
const growRuns = (
  starts: readonly number[],
  count: number,
  grow: (startMs: number, index: number) => VeeamSession[],
) => {
  const sessions: VeeamSession[] = [];
  for (const [index, startMs] of starts.entries()) {
    if (sessions.length >= count) break;
    sessions.push(...grow(startMs, index));
  }
  return sessions.slice(0, count);
};

/** In the order in which they come into being, which is also the order of the counter. */
export const growFleet = (core: VendorCore): VeeamSession[] => {
  const { random, jobs, days, anchorMs } = core;
  const wishFor = wishesFor(core);
  const windowMs = days * DAY_MS;
  const untilMs = anchorMs + FUTURE_DAYS * DAY_MS;
  const shapes = random.fork('shapes');
  const starts = growStarts({
    random: random.fork('starts'),
    count: jobs,
    fromMs: anchorMs - windowMs,
    untilMs: anchorMs,
  });
  const past = growRuns(starts, jobs, (startMs, index) =>
    growRun(shapes, { wish: wishFor(shapes, index), startMs, anchorMs, windowMs }),
  );
  const later = random.fork('later');
  const count = Math.ceil((jobs / days) * FUTURE_DAYS);
  const laterStarts = growStarts({ random: later, count, fromMs: anchorMs + 100, untilMs });
  const future = growRuns(laterStarts, count, (startMs) => growRun(later, { wish: {}, startMs, anchorMs, windowMs }));
  const grown = [...past, ...future]
    .sort((left, right) => left.course.startMs - right.course.startMs)
    .map((session, index) => ({ ...session, number: FIRST_GROWN_NUMBER + index, usn: FIRST_GROWN_USN + index * 4 }));
  const documented = random.fork('documented');
  return [...DOCUMENTED_SESSIONS.toReversed().map((page) => documentedSession(documented, page)), ...grown];
};

/** Behind the newest of the reference page, which has 14 and 102. */
const FIRST_GROWN_NUMBER = 15;
const FIRST_GROWN_USN = 110;
