import { courseOfAdded } from '../fleet/course.ts';
import {
  type AddJobInput,
  createJobTable,
  type JobChange,
  payloadOf,
  type TableJob,
  truthOf,
} from '../fleet/job-table.ts';
import type { VendorCore } from '../simulated-vendor.ts';
import { type TruthJob, toBlankTruth } from '../truth.ts';
import type { ApplianceState } from './appliance.ts';
import { growFleet, growSession, growShape } from './fleet.ts';
import type { KeptPolicy, Policies } from './policies.ts';
import { growHandRun, isAtWork, stopSession } from './policy-runs.ts';
import { type Manner, renderSession } from './render.ts';
import { renderSessionItems } from './render-items.ts';
import { renderLog } from './render-log.ts';
import { describeSession, existsAt, type VeeamSession } from './session.ts';
import { changeSession, typeOf, withStatus, withTarget, wordsOf } from './session-changes.ts';
import { readId, type SessionView, viewOf } from './session-view.ts';

export type SessionRecord = {
  readonly nativeId: string;
  /** False: a raw payload without an id, whose native id was only made up for tests. */
  readonly isNamed: boolean;
  readonly view: SessionView;
  payload(manner: Manner): unknown;
  /** Only the lines about one resource, where one is named. */
  log(manner: Manner, instanceId: string | undefined): unknown;
  /** What became of its resources. */
  items(): readonly unknown[];
};

export type Sessions = {
  /** What exists now, newest first. */
  records(): readonly SessionRecord[];
  /** Ids are compared without case; a raw record without an id is never found. */
  find(id: string): SessionRecord | undefined;
  truth(): TruthJob[];
  add(input: AddJobInput): string;
  change(nativeId: string, change: JobChange): void;
  /** What the policy is running, in the order of their starts. */
  running(policyId: string): readonly SessionRecord[];
  /** Takes a session that a schedule starts. */
  start(session: VeeamSession): string;
  /** The policy runs, beside its schedule. */
  launch(policy: KeptPolicy): readonly SessionRecord[];
  /** Is being stopped from now on. False: it has ended already. */
  stop(record: SessionRecord): boolean;
  /** When the next session that is to come of the policy's schedule starts; null: none that is known. */
  nextStartMs(policyId: string): number | null;
  /** The session is gone from now on. Throws UnknownJobError. */
  purge(nativeId: string): void;
};

type SessionJob = TableJob<VeeamSession>;

const DAY_MICROS = 86_400_000_000;

const requireList = (list: string | undefined): void => {
  if (list !== undefined && list !== '') throw new RangeError(`no list ${list}; this vendor has one, without a name`);
};

const blankTruth = ({ nativeId }: SessionJob): TruthJob =>
  toBlankTruth({
    vendor: 'veeam-azure',
    list: '',
    nativeId,
    scope: null,
    kind: 'other',
  });

export const createSessions = (core: VendorCore, state: () => ApplianceState, policies: Policies): Sessions => {
  const { clock } = core;
  const random = core.random.fork('added');
  const table = createJobTable<VeeamSession>((id) => id.toLowerCase());
  // What stands on the reference page is of years ago, under policies that no plan here is.
  const fleet = core.schedules === undefined ? growFleet(core) : [];
  for (const spec of fleet) table.put({ nativeId: spec.id, list: '', spec, addedMs: core.anchorMs });
  const purged = new Set<string>();
  /** By hand, whatever the schedule says. */
  const launched = new Set<string>();
  const runs = core.random.fork('runs');

  /** What a paused schedule would have begun does not come into being; what ran before the fleet was grown did. */
  const mayBegin = ({ nativeId, spec }: SessionJob): boolean =>
    spec === null ||
    spec.policy === null ||
    launched.has(nativeId) ||
    spec.course.startMs < core.anchorMs ||
    policies.holds(spec.policy.id, spec.course.startMs);

  /** Product 1.0 counted its sessions; later ones have uuids. */
  const idOf = ({ nativeId, spec }: SessionJob): string =>
    spec !== null && state().product === '1.0' ? String(spec.number) : nativeId;
  const tableIdOf = (nativeId: string): string =>
    table.jobs.find((job) => idOf(job).toLowerCase() === nativeId.toLowerCase())?.nativeId ?? nativeId;

  const isFirst = (): boolean => core.veeamAzure?.apiVersion === 'v1' || state().product === '1.0';
  const describe = (spec: VeeamSession, nativeId: string): TruthJob | null =>
    describeSession(spec, clock.now(), { nativeId, isFirst: isFirst() });

  const isKept = (job: SessionJob, startMicros: number | null): boolean => {
    const { retentionDays } = state();
    if (purged.has(job.nativeId) || !mayBegin(job)) return false;
    return (
      retentionDays === null || startMicros === null || startMicros >= clock.now() * 1000 - retentionDays * DAY_MICROS
    );
  };

  const toRecord = (job: SessionJob, nowMs: number): SessionRecord => ({
    nativeId: idOf(job),
    isNamed: job.spec !== null || readId(job.raw) !== null,
    view: viewOf(job, nowMs),
    payload: (manner) => payloadOf(job, (spec) => renderSession(spec, idOf(job), nowMs, manner)),
    log: (manner, instanceId) =>
      job.spec === null
        ? { jobSessionId: job.nativeId, log: [] }
        : renderLog(job.spec, nowMs, { ...manner, nativeId: idOf(job), instanceId }),
    items: () => (job.spec === null ? [] : renderSessionItems(job.spec, idOf(job), nowMs)),
  });

  const sortKey = ({ view }: SessionRecord): number => view.startMicros ?? Number.POSITIVE_INFINITY;
  const sort = (nowMs: number): SessionRecord[] =>
    table.jobs
      .filter((job) => job.spec === null || existsAt(job.spec, nowMs))
      .map((job) => ({ job, record: toRecord(job, nowMs) }))
      .flatMap(({ job, record }) => (isKept(job, record.view.startMicros) ? [record] : []))
      .reverse()
      .sort((left, right) => (sortKey(left) === sortKey(right) ? 0 : sortKey(right) - sortKey(left)));

  /** What the sorting depends on: as long as that is the same, so is the order. */
  const basis = () => [table.version, clock.now(), state(), purged.size, policies.version] as const;
  let sorted: { readonly basis: ReturnType<typeof basis>; readonly records: readonly SessionRecord[] } | null = null;
  const records = (): readonly SessionRecord[] => {
    const now = basis();
    if (sorted === null || now.some((part, index) => part !== sorted?.basis[index])) {
      sorted = { basis: now, records: sort(clock.now()) };
    }
    return sorted.records;
  };

  const jobOf = ({ nativeId }: SessionRecord): SessionJob => table.find(tableIdOf(nativeId));
  const specsOf = (policyId: string): (SessionJob & { readonly spec: VeeamSession })[] =>
    table.jobs.flatMap((job) =>
      job.spec?.policy?.id === policyId && mayBegin(job) ? [{ ...job, spec: job.spec }] : [],
    );

  const grow = (input: AddJobInput): VeeamSession => {
    const fields = withStatus(input);
    const plain = { duration: 'plain', length: 'usual', empty: false } as const;
    const shape = growShape(random, {
      type: 'PolicyBackup',
      outcome: 'Success',
      ...plain,
      ...typeOf(fields),
      ...wordsOf(fields),
    });
    const session = growSession(random, shape, courseOfAdded(fields, clock.now()));
    const counters = { number: table.jobs.length + 1, usn: 1_000_000 + table.version };
    return withTarget({ ...session, ...counters, startMicros: 0, durationMicros: 0 }, input.target);
  };

  return Object.freeze({
    records,
    find: (id: string) =>
      records().find(({ nativeId, isNamed }) => isNamed && nativeId.toLowerCase() === id.toLowerCase()),
    truth: () =>
      table.jobs
        .filter((job) => isKept(job, viewOf(job, clock.now()).startMicros))
        .map((job) => truthOf(job, (spec) => describe(spec, idOf(job)), blankTruth(job)))
        .filter((job) => job !== null),
    add: (input: AddJobInput) => {
      requireList(input.list);
      const { raw, truth } = input;
      const spec = raw === undefined ? grow(input) : null;
      const nativeId = spec?.id ?? readId(raw) ?? `unnamed-${table.version}`;
      const given = { ...(raw === undefined ? {} : { raw }), ...(truth === undefined ? {} : { truth }) };
      const job = { nativeId, list: '', spec, addedMs: clock.now(), ...given };
      table.put(job);
      return idOf(job);
    },
    change: (nativeId: string, change: JobChange) => {
      requireList(change.list);
      table.change(tableIdOf(nativeId), change, (spec) => changeSession(spec, change, clock.now()));
    },
    running: (policyId: string) =>
      specsOf(policyId)
        .filter(({ spec, nativeId }) => isAtWork(spec, clock.now()) && !purged.has(nativeId))
        .sort((left, right) => left.spec.course.startMs - right.spec.course.startMs)
        .map((job) => toRecord(job, clock.now())),
    start: (grown: VeeamSession) => {
      const counters = { number: table.jobs.length + 1, usn: table.version * 4 };
      table.put({ nativeId: grown.id, list: '', spec: { ...grown, ...counters }, addedMs: clock.now() });
      return grown.id;
    },
    launch: (policy: KeptPolicy) =>
      growHandRun(runs, policy, clock.now()).map((grown) => {
        const spec = { ...grown, number: table.jobs.length + 1, usn: 1_000_000 + table.version };
        const job = { nativeId: spec.id, list: '', spec, addedMs: clock.now() };
        table.put(job);
        launched.add(spec.id);
        return toRecord(job, clock.now());
      }),
    stop: (record: SessionRecord) => {
      const job = jobOf(record);
      const nowMs = clock.now();
      if (job.spec === null || !isAtWork(job.spec, nowMs)) return false;
      table.change(job.nativeId, {}, (spec) => stopSession(spec, nowMs));
      return true;
    },
    nextStartMs: (policyId: string) => {
      const starts = specsOf(policyId).map(({ spec }) => spec.course.startMs);
      const coming = starts.filter((startMs) => startMs > clock.now());
      return coming.length === 0 ? null : Math.min(...coming);
    },
    purge: (nativeId: string) => {
      purged.add(table.find(tableIdOf(nativeId)).nativeId);
    },
  });
};
