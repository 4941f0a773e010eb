import type { Random } from '../fleet/random.ts';
import type { SimulatedPlan } from '../schedule/plan.ts';
import type { PlannedRun } from '../schedule/planned-run.ts';
import type { ScheduleRule } from '../schedule/rule.ts';
import { createVendorPlanner } from '../schedule/vendor-planner.ts';
import type { VendorCore } from '../simulated-vendor.ts';
import { STOPPED_MESSAGE } from './acts.ts';
import type { Run, SpcAgent } from './definition.ts';
import type { DefinitionCourse } from './definition-course.ts';
import { growAgent, growDefinition, growShape, type SpcFleet } from './fleet.ts';
import { modeOf, serverTypeOf, veeamSpcPlans } from './plans.ts';
import { growServerJob, messageOf, type ServerFleet } from './server-fleet.ts';
import type { SpcServer } from './server-job.ts';

/** For a stopped run neither agents nor backup servers have a documented word. */
const WORDS = { succeeded: 'Success', warning: 'Warning', failed: 'Failed', cancelled: 'Failed' } as const;

const toRun = ({ startMs, dueMs, durationMs, outcome }: PlannedRun): Run => ({
  course: { startMs, durationMs, queuedForMs: 0, closingAfterMs: null },
  outcome: WORDS[outcome],
  openWord: null,
  dueMs,
});

/** The definition with one more run, beside those that were asked for. */
export const withRun = <Definition extends { readonly runs: readonly Run[]; readonly message: string }>(
  definition: Definition,
  run: PlannedRun,
): Definition => ({
  ...definition,
  runs: [...definition.runs, toRun(run)].toSorted((one, other) => one.course.startMs - other.course.startMs),
  message: run.outcome === 'cancelled' ? STOPPED_MESSAGE : messageOf(WORDS[run.outcome]) || definition.message,
});

const typeOfRule = (rule: ScheduleRule | undefined): string => {
  if (rule === undefined) return 'NotScheduled';
  if (rule.kind === 'interval') return 'Periodically';
  if (rule.kind === 'after') return 'Chained';
  if (rule.kind === 'window') throw new RangeError('no job of the console runs by the hour within a window');
  return rule.on === undefined || 'weekdays' in rule.on ? 'Daily' : 'Monthly';
};

/** The definition as it is at an instant: its schedule can be edited, and it can be disabled. */
export const standing = <
  Definition extends {
    readonly schedule?: DefinitionCourse;
    readonly scheduleType: string;
    readonly disabled: boolean;
  },
>(
  definition: Definition,
  nowMs: number,
): Definition => {
  const { schedule } = definition;
  if (schedule === undefined) return definition;
  const scheduleType = typeOfRule(schedule.scheduleAt(nowMs).rules[0]);
  return { ...definition, scheduleType, disabled: !schedule.isEnabledAt(nowMs) };
};

type CourseOf = (plan: SimulatedPlan) => DefinitionCourse;
type Growth = { readonly random: Random; readonly anchorMs: number; readonly plans: readonly SimulatedPlan[] };

/** One computer for each name, one definition for each plan of a computer; nothing is written in an odd way. */
const planFleet = ({ random, anchorMs, plans }: Growth, courseOf: CourseOf): SpcFleet => {
  const agents = new Map<string, SpcAgent>();
  const definitions = plans.flatMap((plan) => {
    const operationMode = modeOf(plan.sort);
    if (operationMode === undefined) return [];
    const own = random.fork(`planned definition ${plan.name}`);
    const name = plan.items[0] ?? plan.name;
    const usual = { name, operationMode, spelling: 'single', casing: 'pascal', ids: 'own' } as const;
    const agent = agents.get(name) ?? growAgent(own, anchorMs, usual);
    agents.set(name, agent);
    const shape = growShape(own, { outcome: 'Success', lastRun: 'utc' });
    const grown = growDefinition(own, anchorMs, { agent, shape, runs: [], name: plan.name });
    return [{ ...grown, id: plan.id, disabled: false, schedule: courseOf(plan) }];
  });
  return { agents: [...agents.values()], definitions };
};

/** Plans of backup servers on one server. */
const planServers = ({ random, plans }: Growth, courseOf: CourseOf): ServerFleet => {
  const own = random.fork('planned server');
  const server: SpcServer = { id: own.uuid(), organizationUid: own.uuid(), locationUid: own.uuid() };
  const jobs = plans.flatMap((plan) => {
    const type = serverTypeOf(plan.sort);
    if (type === undefined) return [];
    const drawn = random.fork(`planned server job ${plan.name}`);
    const grown = growServerJob(drawn, { server, type, runs: [], index: 0 });
    const objects = plan.items.map((name) => ({ id: drawn.uuid(), name, fails: false }));
    return [{ ...grown, id: plan.id, name: plan.name, objects, disabled: false, schedule: courseOf(plan) }];
  });
  return { servers: [server], jobs };
};

/** The computers and jobs of the plans, and what starts their runs; null: nothing is scheduled here. v2 has no jobs of backup servers. */
export const createPlannedFleet = (
  core: VendorCore,
  version: 'v2' | 'v3',
  start: (run: PlannedRun) => readonly string[],
) => {
  const planner = createVendorPlanner(core, 'veeam-spc', {
    plansOf: (schedules) =>
      veeamSpcPlans(schedules).filter(({ sort }) => version === 'v3' || modeOf(sort) !== undefined),
    check: ({ rules }) => rules.forEach(typeOfRule),
    start,
  });
  if (planner === null) return null;
  const courseOf = (plan: SimulatedPlan): DefinitionCourse => {
    const course = planner.find(plan.id);
    if (course === undefined) throw new RangeError(`no plan ${plan.name}`);
    return {
      ...course,
      enable: (isEnabled) => planner.plant({ kind: isEnabled ? 'enable' : 'disable', plan: plan.id }),
    };
  };
  const growth = { random: core.random, anchorMs: core.anchorMs, plans: planner.plans.map(({ plan }) => plan) };
  return { planner, fleet: planFleet(growth, courseOf), planned: planServers(growth, courseOf) };
};
