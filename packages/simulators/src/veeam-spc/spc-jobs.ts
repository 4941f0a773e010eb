import type { JobFields } from '../fleet/course.ts';
import {
  type AddJobInput,
  createJobTable,
  type JobChange,
  payloadOf,
  type TableJob,
  truthOf,
} from '../fleet/job-table.ts';
import type { PlannedRun } from '../schedule/planned-run.ts';
import type { Planner } from '../schedule/planner.ts';
import type { VendorCore } from '../simulated-vendor.ts';
import { type TruthJob, toBlankTruth } from '../truth.ts';
import { type AgentActs, createAgentActs } from './agent-acts.ts';
import {
  describeDefinition,
  historyOf,
  type LastRunMoves,
  type SpcAgent,
  type SpcDefinition,
  stateAt,
} from './definition.ts';
import { growAgent, growDefinition, growFleet, growShape } from './fleet.ts';
import { createPlannedFleet, standing, withRun } from './planned-definitions.ts';
import { createPolicies, type Policies } from './policies.ts';
import { renderAgent, renderDefinition } from './render.ts';
import { type JobForm, renderAgentJobV3, renderAgentV3, renderOrganizations, systemOf } from './render-v3.ts';
import { runsAfter, startRun } from './runs.ts';
import { messageOf } from './server-fleet.ts';
import { createServerJobs, type ServerJobs } from './server-jobs.ts';
import { statusOfWord } from './words.ts';

export type SpcJobsOptions = {
  readonly moves: LastRunMoves;
  /** The version that the truth is of; both are served. */
  readonly version: 'v2' | 'v3';
  /** How long it takes until an agent, or a backup server, executes a command. */
  readonly delayMs: number;
};

export type SpcJobs = {
  /** What the list of agents shows. */
  agents(): unknown[];
  /** undefined: no such agent. */
  agent(agentId: string): unknown;
  /** What the list of an agent's jobs shows; undefined: no such agent. */
  jobsOf(agentId: string): unknown[] | undefined;
  /** undefined: no such job. Of several with the all-zero id it is the first (not documented). */
  job(agentId: string, jobId: string): unknown;
  /** The lists of all agents, and of the jobs of all agents, as v3 shows them. */
  agentsV3(): unknown[];
  agentJobsV3(): unknown[];
  /** The customers of all agents. */
  organizationsV3(): unknown[];
  /** undefined: the agent of that system has no such job. */
  agentJobV3(system: string, agentId: string, jobId: string): unknown;
  readonly servers: Pick<ServerJobs, 'rows' | 'row' | 'act'>;
  readonly policies: Policies;
  readonly agentActs: AgentActs;
  readonly planner: Planner | null;
  /** What a reader of the version can know. */
  truth(): TruthJob[];
  add(input: AddJobInput): string;
  change(nativeId: string, change: JobChange): void;
};

/** v2 calls it `id`, v3 `instanceUid`. */
const readId = (raw: unknown): string | null => {
  const fields = new Map<string, unknown>(typeof raw === 'object' && raw !== null ? Object.entries(raw) : []);
  const id = fields.get('id') ?? fields.get('instanceUid');
  return typeof id === 'string' && id !== '' ? id : null;
};

const sameId = (id: string): string => id.toLowerCase();

const refuse = ({ kind, nativeKind }: JobFields): void => {
  if (nativeKind !== undefined) throw new RangeError('an agent job has no word for its kind');
  if (kind !== undefined && kind !== 'backup') throw new RangeError(`an agent job is a backup, never a ${kind}`);
};

const changeDefinition = (definition: SpcDefinition, change: JobChange, nowMs: number): SpcDefinition => {
  refuse(change);
  if (change.target !== undefined) throw new RangeError('an agent job stays with its computer');
  const runs = runsAfter(historyOf(definition), change, nowMs);
  if (runs === null) return definition;
  const shape = { ...definition.shape, lastDuration: 'plain' as const };
  return { ...definition, shape, runs, message: messageOf(runs.at(-1)?.outcome ?? ''), page: null };
};

/** A third of what v3 shows are jobs of backup servers; v2 does not know them, so there they come on top. */
const serverShare = (jobs: number): number => Math.floor(jobs / 3);

export const createSpcJobs = (core: VendorCore, options: SpcJobsOptions): SpcJobs => {
  const { clock } = core;
  const { moves, version, delayMs } = options;
  const random = core.random.fork('added');
  const table = createJobTable<SpcDefinition>(sameId);
  const serverCount = serverShare(core.jobs);
  const { planner, fleet, planned } = createPlannedFleet(core, version, (run) => start(run)) ?? {
    planner: null,
    fleet: growFleet({ ...core, jobs: version === 'v2' ? core.jobs : core.jobs - serverCount }),
    planned: null,
  };
  const { definitions } = fleet;
  const servers = createServerJobs(core, { count: serverCount, planned, definitions, moves, delayMs });
  const start = (run: PlannedRun): readonly string[] => {
    const { id } = run.plan;
    if (!table.jobs.some(({ nativeId }) => nativeId === id)) return servers.start(id, run);
    table.change(id, {}, (spec) => withRun(spec, run));
    return [id];
  };
  const agents = [...fleet.agents];
  for (const spec of definitions) {
    table.put({ nativeId: spec.id, list: spec.agent.id, spec, addedMs: core.anchorMs });
  }

  const agentActs = createAgentActs({ table, clock, delayMs, onChange: servers.follow });
  const policies = createPolicies(core, servers.serverIds[0] ?? '', delayMs);

  const isThere = ({ spec }: TableJob<SpcDefinition>): boolean => spec?.schedule?.isGoneAt(null, clock.now()) !== true;
  /** A computer whose plans are all gone is gone with them. */
  const presentAgents = (): SpcAgent[] =>
    agents.filter(({ id }) => table.jobs.every((job) => job.list !== id || !job.spec?.schedule) || hasJobs(id));
  const hasJobs = (agentId: string): boolean => table.jobs.some((job) => job.list === agentId && isThere(job));
  const findAgent = (agentId: string): SpcAgent | undefined => presentAgents().find(({ id }) => id === sameId(agentId));
  const presentJobs = (): TableJob<SpcDefinition>[] => table.jobs.filter(isThere);
  const jobsOf = (agent: SpcAgent): TableJob<SpcDefinition>[] => presentJobs().filter(({ list }) => list === agent.id);
  const payload = (job: TableJob<SpcDefinition>): unknown =>
    payloadOf(job, (spec) => renderDefinition(standing(spec, clock.now()), clock.now(), moves));

  const payloadV3 = (job: TableJob<SpcDefinition>, form: JobForm): unknown =>
    payloadOf(job, (spec) => renderAgentJobV3(standing(spec, clock.now()), clock.now(), { moves, form }));

  const countOf = (jobs: readonly TableJob<SpcDefinition>[]) => {
    const states = jobs.flatMap(({ spec }) => (spec === null ? [] : [stateAt(historyOf(spec), clock.now(), moves)]));
    return {
      total: jobs.length,
      succeeded: states.filter(({ word }) => statusOfWord(word) === 'succeeded').length,
      running: states.filter(({ isOpen }) => isOpen).length,
    };
  };
  const byAgent = () => Map.groupBy(presentJobs(), ({ list }) => list);

  const blank = (job: TableJob<SpcDefinition>): TruthJob =>
    toBlankTruth({
      vendor: 'veeam-spc',
      list: '',
      nativeId: job.nativeId,
      scope: job.list,
      kind: 'backup',
    });

  const growComputer = (name: string): SpcAgent => {
    const agent = growAgent(random, clock.now(), { name, spelling: 'single', casing: 'pascal', ids: 'own' });
    agents.push(agent);
    return agent;
  };

  /** The computer that is named, by the id of its agent or by its name; without either the first that was grown. */
  const chooseAgent = ({ list, target }: AddJobInput): SpcAgent => {
    if (list === undefined && target !== undefined) {
      return agents.find(({ name }) => name === target) ?? growComputer(target);
    }
    const agent = list === undefined ? (agents[1] ?? agents[0]) : findAgent(list);
    if (agent === undefined) throw new RangeError(`no backup agent ${list}`);
    return agent;
  };

  const grow = (input: AddJobInput, agent: SpcAgent): SpcDefinition => {
    const run = startRun(input, agent.shape.casing, clock.now());
    const shape = growShape(random, { outcome: run.outcome, lastRun: 'utc' });
    const grown = growDefinition(random, clock.now(), { agent, shape, runs: [run] });
    return { ...grown, id: random.uuid(), runs: [run], message: messageOf(run.outcome) };
  };

  return Object.freeze({
    agents: () => {
      const jobs = byAgent();
      return presentAgents().map((agent) => renderAgent(agent, countOf(jobs.get(agent.id) ?? [])));
    },
    agent: (agentId: string) => {
      const agent = findAgent(agentId);
      return agent === undefined ? undefined : renderAgent(agent, countOf(jobsOf(agent)));
    },
    jobsOf: (agentId: string) => {
      const agent = findAgent(agentId);
      return agent === undefined ? undefined : jobsOf(agent).map(payload);
    },
    job: (agentId: string, jobId: string) => {
      const agent = findAgent(agentId);
      const found = agent && jobsOf(agent).find(({ nativeId }) => sameId(nativeId) === sameId(jobId));
      return found === undefined ? undefined : payload(found);
    },
    agentsV3: () => {
      const jobs = byAgent();
      return presentAgents().map((agent) => renderAgentV3(agent, countOf(jobs.get(agent.id) ?? [])));
    },
    organizationsV3: () => renderOrganizations(presentAgents()),
    agentJobsV3: () => presentJobs().map((job) => payloadV3(job, 'listed')),
    agentJobV3: (system: string, agentId: string, jobId: string) => {
      const agent = findAgent(agentId);
      if (agent === undefined || systemOf(agent).toLowerCase() !== system) return undefined;
      const found = jobsOf(agent).find(({ nativeId }) => sameId(nativeId) === sameId(jobId));
      return found === undefined ? undefined : payloadV3(found, 'single');
    },
    servers,
    policies,
    agentActs,
    planner,
    truth: () => [
      ...presentJobs()
        .map((job) => truthOf(job, (spec) => describeDefinition(spec, clock.now(), options), blank(job)))
        .filter((job) => job !== null),
      ...(version === 'v3' ? servers.truth() : []),
    ],
    add: (input: AddJobInput) => {
      if (input.list !== undefined && servers.hasServer(input.list)) return servers.add(input);
      refuse(input);
      const agent = chooseAgent(input);
      const spec = input.raw === undefined ? grow(input, agent) : null;
      const nativeId = spec?.id ?? readId(input.raw) ?? `unnamed-${table.version}`;
      const { raw, truth } = input;
      const given = { ...(raw === undefined ? {} : { raw }), ...(truth === undefined ? {} : { truth }) };
      table.put({ nativeId, list: agent.id, spec, addedMs: clock.now(), ...given });
      return nativeId;
    },
    change: (nativeId: string, change: JobChange) => {
      if (servers.has(nativeId)) return servers.change(nativeId, change);
      const within = change.list === undefined ? change : { ...change, list: sameId(change.list) };
      return table.change(nativeId, within, (spec) => changeDefinition(spec, change, clock.now()));
    },
  });
};
