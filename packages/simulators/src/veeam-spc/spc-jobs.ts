import { changeCourse, courseOfAdded, isOpen, type JobFields } from '../course.ts';
import { type AddJobInput, createJobShelf, type JobChange, payloadOf, type ShelvedJob, truthOf } from '../job-shelf.ts';
import type { VendorCore } from '../simulated-vendor.ts';
import { type TruthJob, toBlankTruth } from '../truth.ts';
import {
  describeDefinition,
  type LastRunMoves,
  type Run,
  type SpcAgent,
  type SpcDefinition,
  stateAt,
} from './definition.ts';
import { growAgent, growDefinition, growFleet, growShape } from './fleet.ts';
import { renderAgent, renderDefinition } from './render.ts';
import { FAILURES, WARNINGS } from './shapes.ts';
import { inCasing, statusOfWord, wordOfStatus } from './words.ts';

export type SpcJobs = {
  /** What the list of agents shows. */
  agents(): unknown[];
  /** undefined: no such agent. */
  agent(agentId: string): unknown;
  /** What the list of an agent's jobs shows; undefined: no such agent. */
  jobsOf(agentId: string): unknown[] | undefined;
  /** undefined: no such job. Of several with the all-zero id it is the first (not documented). */
  job(agentId: string, jobId: string): unknown;
  truth(): TruthJob[];
  add(input: AddJobInput): string;
  change(nativeId: string, change: JobChange): void;
};

const readId = (raw: unknown): string | null =>
  typeof raw === 'object' && raw !== null && 'id' in raw && typeof raw.id === 'string' && raw.id !== '' ? raw.id : null;

const sameId = (id: string): string => id.toLowerCase();

/** What the fields say about a run; the vendor's own word decides where the normalized one is not given. */
const readRun = (fields: JobFields, agent: SpcAgent) => {
  const word = fields.nativeStatus ?? (fields.status && inCasing(wordOfStatus(fields.status), agent.shape.casing));
  if (word === undefined) return { fields, words: {} };
  const status = statusOfWord(word);
  if (!isOpen(status)) return { fields: { ...fields, status }, words: { outcome: word, openWord: null } };
  const outcome = status === 'cancelling' ? 'Stopped' : 'Success';
  return { fields: { ...fields, status }, words: { outcome: inCasing(outcome, agent.shape.casing), openWord: word } };
};

const startRun = (given: JobFields, agent: SpcAgent, nowMs: number): Run => {
  const { fields, words } = readRun(given, agent);
  const run = {
    course: courseOfAdded(fields, nowMs),
    outcome: inCasing('Success', agent.shape.casing),
    openWord: null,
  };
  return { ...run, ...words };
};

/** A later `startedAt` is a new run, which ends the run before; anything else changes the latest one. */
const changeRuns = ({ runs, agent }: SpcDefinition, change: JobFields, nowMs: number): readonly Run[] => {
  const begun = runs.filter(({ course }) => course.startMs <= nowMs);
  const latest = begun.at(-1);
  const startMs = change.startedAt === undefined ? undefined : Date.parse(change.startedAt);
  if (latest === undefined) return [startRun(change, agent, nowMs)];
  if (startMs !== undefined && startMs > latest.course.startMs) {
    const durationMs = Math.min(latest.course.durationMs, startMs - latest.course.startMs);
    return [
      ...begun.slice(0, -1),
      { ...latest, course: { ...latest.course, durationMs } },
      startRun(change, agent, nowMs),
    ];
  }
  const { fields, words } = readRun(change, agent);
  return [...begun.slice(0, -1), { ...latest, ...words, course: changeCourse(latest.course, fields, nowMs) }];
};

const MESSAGES = { failed: FAILURES, warning: WARNINGS } as const;

const messageOf = (outcome: string): string => {
  const status = statusOfWord(outcome);
  return status === 'failed' || status === 'warning' ? (MESSAGES[status][0] ?? '') : '';
};

const refuse = ({ kind, nativeKind }: JobFields): void => {
  if (nativeKind !== undefined) throw new RangeError('an agent job has no word for its kind');
  if (kind !== undefined && kind !== 'backup') throw new RangeError(`an agent job is a backup, never a ${kind}`);
};

const changeDefinition = (definition: SpcDefinition, change: JobChange, nowMs: number): SpcDefinition => {
  refuse(change);
  if (change.target !== undefined) throw new RangeError('an agent job stays with its computer');
  const changed = [change.status, change.nativeStatus, change.startedAt, change.durationSeconds];
  if (changed.every((field) => field === undefined)) return definition;
  const runs = changeRuns(definition, change, nowMs);
  const shape = { ...definition.shape, lastDuration: 'plain' as const };
  return { ...definition, shape, runs, message: messageOf(runs.at(-1)?.outcome ?? ''), page: null };
};

export const createSpcJobs = (core: VendorCore, moves: LastRunMoves): SpcJobs => {
  const { clock } = core;
  const random = core.random.fork('added');
  const shelf = createJobShelf<SpcDefinition>(sameId);
  const fleet = growFleet(core);
  const agents = [...fleet.agents];
  for (const spec of fleet.definitions) {
    shelf.put({ nativeId: spec.id, list: spec.agent.id, spec, addedMs: core.anchorMs });
  }

  const findAgent = (agentId: string): SpcAgent | undefined => agents.find(({ id }) => id === sameId(agentId));
  const shelved = (agent: SpcAgent): ShelvedJob<SpcDefinition>[] => shelf.jobs.filter(({ list }) => list === agent.id);
  const payload = (job: ShelvedJob<SpcDefinition>): unknown =>
    payloadOf(job, (spec) => renderDefinition(spec, clock.now(), moves));

  const isSuccess = ({ spec }: ShelvedJob<SpcDefinition>): boolean =>
    spec !== null && statusOfWord(stateAt(spec, clock.now(), moves).word) === 'succeeded';
  const render = (agent: SpcAgent, jobs: readonly ShelvedJob<SpcDefinition>[]): unknown =>
    renderAgent(agent, { total: jobs.length, succeeded: jobs.filter(isSuccess).length });

  const blank = (job: ShelvedJob<SpcDefinition>): TruthJob =>
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
    const run = startRun(input, agent, clock.now());
    const shape = growShape(random, { outcome: run.outcome, lastRun: 'utc' });
    const grown = growDefinition(random, clock.now(), { agent, shape, runs: [run] });
    return { ...grown, id: random.uuid(), runs: [run], message: messageOf(run.outcome) };
  };

  return Object.freeze({
    agents: () => {
      const byAgent = Map.groupBy(shelf.jobs, ({ list }) => list);
      return agents.map((agent) => render(agent, byAgent.get(agent.id) ?? []));
    },
    agent: (agentId: string) => {
      const agent = findAgent(agentId);
      return agent === undefined ? undefined : render(agent, shelved(agent));
    },
    jobsOf: (agentId: string) => {
      const agent = findAgent(agentId);
      return agent === undefined ? undefined : shelved(agent).map(payload);
    },
    job: (agentId: string, jobId: string) => {
      const agent = findAgent(agentId);
      const found = agent && shelved(agent).find(({ nativeId }) => sameId(nativeId) === sameId(jobId));
      return found === undefined ? undefined : payload(found);
    },
    truth: () =>
      shelf.jobs
        .map((job) => truthOf(job, (spec) => describeDefinition(spec, clock.now(), moves), blank(job)))
        .filter((job) => job !== null),
    add: (input: AddJobInput) => {
      refuse(input);
      const agent = chooseAgent(input);
      const spec = input.raw === undefined ? grow(input, agent) : null;
      const nativeId = spec?.id ?? readId(input.raw) ?? `unnamed-${shelf.version}`;
      const { raw, truth } = input;
      const given = { ...(raw === undefined ? {} : { raw }), ...(truth === undefined ? {} : { truth }) };
      shelf.put({ nativeId, list: agent.id, spec, addedMs: clock.now(), ...given });
      return nativeId;
    },
    change: (nativeId: string, change: JobChange) => {
      const within = change.list === undefined ? change : { ...change, list: sameId(change.list) };
      shelf.change(nativeId, within, (spec) => changeDefinition(spec, change, clock.now()));
    },
  });
};
