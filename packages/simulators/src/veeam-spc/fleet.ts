import type { Course } from '../fleet/course.ts';
import type { Random } from '../fleet/random.ts';
import { growStarts } from '../fleet/starts.ts';
import { pickWeighted } from '../fleet/weighted.ts';
import type { VendorCore } from '../simulated-vendor.ts';
import type { Run, SpcAgent, SpcDefinition } from './definition.ts';
import { DOCUMENTED_AGENT_ID, DOCUMENTED_COURSE, DOCUMENTED_JOB } from './documented.ts';
import {
  AGENT_ODDITIES,
  type AgentShape,
  BACKUP_MODES,
  DESTINATIONS,
  FAILURES,
  JOB_NAMES,
  type JobShape,
  plantedJobs,
  SCHEDULES,
  USUAL_AGENTS,
  USUAL_JOBS,
  WARNINGS,
} from './shapes.ts';
import { inCasing, OUTDATED } from './words.ts';

export type SpcFleet = { readonly agents: readonly SpcAgent[]; readonly definitions: readonly SpcDefinition[] };

const ZERO_ID = '00000000-0000-0000-0000-000000000000';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** How far ahead first runs of definitions lie that never ran before. */
const FUTURE_DAYS = 2;

export const growAgent = (
  random: Random,
  anchorMs: number,
  wish: Partial<AgentShape> & { name?: string } = {},
): SpcAgent => {
  const { name, ...shapeWish } = wish;
  const shape: AgentShape = {
    operationMode: pickWeighted(random, USUAL_AGENTS.operationMode),
    spelling: pickWeighted(random, USUAL_AGENTS.spelling),
    casing: pickWeighted(random, USUAL_AGENTS.casing),
    ids: pickWeighted(random, USUAL_AGENTS.ids),
    ...shapeWish,
  };
  const prefix = shape.operationMode === 'Server' ? 'srv' : 'ws';
  return {
    id: random.uuid(),
    name: name ?? `${prefix}-${random.hex(4)}`,
    version:
      shape.ids === 'zero'
        ? random.pick(['2.1.0.423', '2.2.0.589'])
        : random.pick(['3.0.2.1170', '5.0.1.4584', '6.1.0.349']),
    companyId: random.integer(11, 48),
    locationId: random.integer(11, 90),
    platform: random.chance(0.8) ? 'Physical' : 'Cloud',
    lastModifiedMs: anchorMs - random.integer(1, 400) * DAY_MS - random.integer(0, DAY_MS),
    shape,
  };
};

export const growShape = (random: Random, wish: Partial<JobShape>): JobShape => ({
  outcome: pickWeighted(random, USUAL_JOBS.outcome),
  phase: 'ended',
  lastRun: pickWeighted(random, USUAL_JOBS.lastRun),
  lastDuration: 'plain',
  backupSize: 'plain',
  nextRun: 'plain',
  noMessage: pickWeighted(random, USUAL_JOBS.noMessage),
  ...wish,
});

const toCourse = (startMs: number, seconds: number): Course => ({
  startMs,
  durationMs: seconds * 1000,
  queuedForMs: 0,
  closingAfterMs: null,
});

const toRun = (course: Course, outcome: string): Run => ({ course, outcome, openWord: null });

/** A run that is over at the anchor, or one that is in progress after an earlier one. */
const growRuns = (random: Random, shape: JobShape, startMs: number, anchorMs: number): Run[] => {
  if (shape.phase === 'running') {
    const ranForMs = random.integer(MINUTE_MS, 240 * MINUTE_MS);
    const seconds = Math.ceil(ranForMs / 1000) + random.integer(120, 10_800);
    const former = toRun(toCourse(anchorMs - ranForMs - DAY_MS, random.integer(60, 7200)), 'Success');
    return [former, toRun(toCourse(anchorMs - ranForMs, seconds), shape.outcome)];
  }
  const seconds = Math.min(random.integer(20, 9000), Math.floor(((anchorMs - startMs) * 0.9) / 1000));
  return [toRun(toCourse(startMs, seconds), shape.outcome)];
};

const messageFor = (random: Random, outcome: string): string => {
  if (outcome === 'Failed') return random.pick(FAILURES);
  return outcome === 'Warning' ? random.pick(WARNINGS) : '';
};

/** Every third policy was changed after it had been applied. */
const growPolicy = (random: Random) => {
  if (!random.chance(0.3)) return { id: 0, name: null, status: 'Custom' };
  const id = random.integer(1, 40);
  const name = random.pick(['Workstations daily', 'Servers nightly']);
  return { id, name, status: id % 3 === 0 ? OUTDATED : 'Assigned' };
};

export type DefinitionWish = {
  readonly agent: SpcAgent;
  readonly runs: readonly Run[];
  readonly shape: JobShape;
  readonly name?: string;
};

export const growDefinition = (random: Random, anchorMs: number, wish: DefinitionWish): SpcDefinition => {
  const { agent, runs, shape } = wish;
  const { casing, operationMode, ids } = agent.shape;
  const outcome = runs.at(-1)?.outcome ?? 'None';
  return {
    agent,
    shape,
    id: ids === 'zero' ? ZERO_ID : random.uuid(),
    name: wish.name ?? random.pick(JOB_NAMES[operationMode]),
    runs: runs.map((run) => ({ ...run, outcome: inCasing(run.outcome, casing) })),
    ticks: random.integer(0, 9999),
    scheduleType: pickWeighted(random, SCHEDULES),
    slotMs: random.integer(0, 47) * 30 * MINUTE_MS,
    disabled: random.chance(0.05),
    destination: random.pick(DESTINATIONS),
    backupMode: random.pick(BACKUP_MODES),
    sizeBytes: random.integer(1, 900_000) * 786_432,
    freeBytes: random.integer(1, 900_000) * 4_194_304,
    restorePoints: random.integer(1, 30),
    averageSeconds: random.integer(30, 7200),
    message: messageFor(random, outcome),
    siteId: random.uuid(),
    policy: growPolicy(random),
    lastModifiedMs: anchorMs - random.integer(1, 400) * DAY_MS - random.integer(0, DAY_MS),
    page: null,
    documented: false,
  };
};

const growDocumented = (random: Random, anchorMs: number): SpcDefinition => {
  const shape: AgentShape = { operationMode: 'Workstation', spelling: 'single', casing: 'pascal', ids: 'own' };
  const agent = { ...growAgent(random, anchorMs, { ...shape, name: 'srv5' }), id: DOCUMENTED_AGENT_ID };
  const page = DOCUMENTED_JOB;
  const grown = growDefinition(random, anchorMs, {
    agent,
    runs: [toRun(DOCUMENTED_COURSE, page.lastSessionStatus)],
    shape: growShape(random, { outcome: page.lastSessionStatus, lastRun: 'utc', noMessage: '' }),
    name: page.name,
  });
  return {
    ...grown,
    id: page.id,
    scheduleType: page.scheduleType,
    slotMs: 21.5 * 60 * MINUTE_MS,
    disabled: page.disabled,
    destination: page.destination,
    backupMode: page.backupModeId,
    sizeBytes: page.backupSize,
    freeBytes: page.freeSpace,
    restorePoints: page.restorePoints,
    averageSeconds: page.avgDuration,
    siteId: page.cloudConnectAgentUid,
    policy: { id: page.backupPolicyId, name: page.backupPolicyName, status: page.backupPolicyStatus },
    page,
    documented: true,
  };
};

/** The runs of a definition in the order in which agents take them up; [] never ran. One of twenty has none yet. */
const growPlans = ({ random, jobs, days, anchorMs, oddities }: VendorCore): { shape: JobShape; runs: Run[] }[] => {
  const starts = growStarts({
    random: random.fork('starts'),
    count: jobs,
    fromMs: anchorMs - days * DAY_MS,
    untilMs: anchorMs,
  });
  const shapes = random.fork('shapes');
  const later = random.fork('later');
  const planted = plantedJobs({ oddities });
  return starts.flatMap((startMs, index) => {
    const shape = growShape(shapes, planted[index] ?? (shapes.chance(0.02) ? { phase: 'running' } : {}));
    const plan = { shape, runs: growRuns(shapes, shape, startMs, anchorMs) };
    if (index % 20 !== 3) return [plan];
    const firstMs = anchorMs + later.integer(1, FUTURE_DAYS * DAY_MS);
    const runs = later.chance(0.5) ? [] : [toRun(toCourse(firstMs, later.integer(20, 9000)), 'Success')];
    return [plan, { shape: growShape(later, { outcome: 'Success' }), runs }];
  });
};

/** Agents with one to four definitions each, old ones with at least two; one of twenty-five has none. */
export const growFleet = (core: VendorCore): SpcFleet => {
  const { anchorMs } = core;
  // Words in small letters are those of a console from before all that is served here.
  const spelling = core.oddities === true ? {} : ({ casing: 'pascal' } as const);
  const documented = growDocumented(core.random.fork('documented'), anchorMs);
  const random = core.random.fork('agents');
  const agents: SpcAgent[] = [documented.agent];
  const definitions: SpcDefinition[] = [documented];
  const plans = growPlans(core);
  for (let index = 0; plans.length > 0; index += 1) {
    const agent = growAgent(random, anchorMs, { ...AGENT_ODDITIES[index], ...spelling });
    agents.push(agent);
    const count = index % 25 === 5 ? 0 : random.integer(agent.shape.ids === 'zero' ? 2 : 1, 4);
    const names = JOB_NAMES[agent.shape.operationMode];
    for (const [position, { shape, runs }] of plans.splice(0, count).entries()) {
      const name = names[position] ?? `Backup Job ${position + 1}`;
      definitions.push(growDefinition(random, anchorMs, { agent, runs, shape, name }));
    }
  }
  return { agents, definitions };
};
