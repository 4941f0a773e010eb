import { changeCourse, courseOfAdded, type JobFields } from '../course.ts';
import { type AddJobInput, createJobShelf, type JobChange, payloadOf, type ShelvedJob, truthOf } from '../job-shelf.ts';
import type { VendorCore } from '../simulated-vendor.ts';
import { type TruthJob, toBlankTruth } from '../truth.ts';
import { growFleet, growSession, growShape } from './fleet.ts';
import { isFirstVersion, type Manner, renderSession } from './render.ts';
import { renderLog } from './render-log.ts';
import { describeSession, existsAt, momentOf, type VeeamSession } from './session.ts';
import { policiesFor, type Shape } from './shapes.ts';
import { parseInstant } from './time-text.ts';
import { statusOfWord, typeOfKind, wordOfStatus } from './words.ts';

/** What the list's filters see of a session. */
export type SessionView = {
  readonly status: unknown;
  readonly type: unknown;
  readonly policyId: unknown;
  /** null: it has no start, or none that can be read; such a session goes before all others. */
  readonly startMicros: number | null;
};

export type SessionRecord = {
  readonly nativeId: string;
  /** False: a raw payload without an id, whose native id was only made up for tests. */
  readonly isNamed: boolean;
  readonly view: SessionView;
  payload(manner: Manner): unknown;
  log(manner: Manner): unknown;
};

export type Sessions = {
  /** What exists now, newest first. */
  records(): readonly SessionRecord[];
  /** Ids are compared without case; a raw record without an id is never found. */
  find(id: string): SessionRecord | undefined;
  truth(): TruthJob[];
  add(input: AddJobInput): string;
  change(nativeId: string, change: JobChange): void;
};

type Shelved = ShelvedJob<VeeamSession>;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const readId = (raw: unknown): string | null =>
  isRecord(raw) && typeof raw.id === 'string' && raw.id.trim() !== '' ? raw.id : null;

const viewPayload = (payload: unknown): SessionView => {
  const { status, type, backupJobInfo, healthCheckJobInfo, executionStartTime } = isRecord(payload) ? payload : {};
  const info = backupJobInfo ?? healthCheckJobInfo;
  const policyId = isRecord(info) ? info.policyId : undefined;
  return { status, type, policyId, startMicros: parseInstant(executionStartTime) };
};

const isUntouched = (job: Shelved): job is Shelved & { spec: VeeamSession } =>
  job.spec !== null && job.raw === undefined && job.merge === undefined && job.remove === undefined;

const viewOf = (job: Shelved, nowMs: number): SessionView => {
  if (!isUntouched(job)) {
    const manner = { version: 'v8.1', address: '' };
    return viewPayload(payloadOf(job, (spec) => renderSession(spec, nowMs, manner)));
  }
  const { shape, policy } = job.spec;
  const { word, startMicros } = momentOf(job.spec, nowMs);
  return { status: word, type: shape.type, policyId: policy?.id, startMicros };
};

/** The vendor's own word decides the course where the normalized one is not given. */
const withStatus = (fields: JobFields): JobFields =>
  fields.nativeStatus === undefined ? fields : { ...fields, status: statusOfWord(fields.nativeStatus) };

const wordsOf = (fields: JobFields): Partial<Shape> => {
  const word = fields.nativeStatus ?? (fields.status === undefined ? undefined : wordOfStatus(fields.status));
  if (word === undefined) return {};
  const status = statusOfWord(word);
  if (status === 'running') return { openWord: word, outcome: word === 'Running' ? 'Success' : word.slice(11) };
  if (status === 'queued') return { outcome: 'Success' };
  return { outcome: status === 'cancelling' ? 'Canceled' : word };
};

const typeOf = ({ kind, nativeKind }: JobFields): Partial<Shape> => {
  if (nativeKind !== undefined) return { type: nativeKind };
  return kind === undefined ? {} : { type: typeOfKind(kind) };
};

/** The target is what the session names: its policy, its repository or its machine. */
const withTarget = (session: VeeamSession, target: string | undefined): VeeamSession => {
  if (target === undefined) return session;
  const policy = session.policy === null ? null : { ...session.policy, name: target };
  return { ...session, policy, machine: target, repository: { ...session.repository, name: target } };
};

const requireList = (list: string | undefined): void => {
  if (list !== undefined && list !== '') throw new RangeError(`no list ${list}; this vendor has one, without a name`);
};

const FIELDS = ['status', 'nativeStatus', 'kind', 'nativeKind', 'target', 'startedAt', 'durationSeconds'] as const;

const changeSession = (session: VeeamSession, change: JobChange, nowMs: number): VeeamSession => {
  if (FIELDS.every((field) => change[field] === undefined)) return session;
  const fields = withStatus(change);
  const course = changeCourse(session.course, fields, nowMs);
  const isPending = fields.status === undefined || fields.status === 'queued';
  const queuedForMs = isPending ? course.queuedForMs : 0;
  const shape: Shape = { ...session.shape, ...typeOf(fields), ...wordsOf(fields), start: 'plain' };
  const policies = policiesFor(shape.type);
  const keepsPolicy = shape.type === session.shape.type || policies.some(({ type }) => type === session.policy?.type);
  const policy = keepsPolicy ? session.policy : (policies[0] ?? null);
  return withTarget({ ...session, shape, policy, course: { ...course, queuedForMs }, page: null }, change.target);
};

const blankTruth = ({ nativeId }: Shelved): TruthJob =>
  toBlankTruth({
    vendor: 'veeam-azure',
    list: '',
    nativeId,
    scope: null,
    kind: 'other',
  });

export const createSessions = (core: VendorCore): Sessions => {
  const { clock } = core;
  const random = core.random.fork('added');
  const shelf = createJobShelf<VeeamSession>((id) => id.toLowerCase());
  for (const spec of growFleet(core)) shelf.put({ nativeId: spec.id, list: '', spec, addedMs: core.anchorMs });

  const toRecord = (job: Shelved, nowMs: number): SessionRecord => ({
    nativeId: job.nativeId,
    isNamed: job.spec !== null || readId(job.raw) !== null,
    view: viewOf(job, nowMs),
    payload: (manner) => payloadOf(job, (spec) => renderSession(spec, nowMs, manner)),
    log: (manner) =>
      job.spec === null ? { jobSessionId: job.nativeId, log: [] } : renderLog(job.spec, nowMs, isFirstVersion(manner)),
  });

  const sortKey = ({ view }: SessionRecord): number => view.startMicros ?? Number.POSITIVE_INFINITY;
  const sort = (nowMs: number): SessionRecord[] =>
    shelf.jobs
      .filter(({ spec }) => spec === null || existsAt(spec, nowMs))
      .map((job) => toRecord(job, nowMs))
      .reverse()
      .sort((left, right) => (sortKey(left) === sortKey(right) ? 0 : sortKey(right) - sortKey(left)));

  let sorted: { version: number; nowMs: number; records: readonly SessionRecord[] } = {
    version: -1,
    nowMs: 0,
    records: [],
  };
  const records = (): readonly SessionRecord[] => {
    const nowMs = clock.now();
    if (sorted.version !== shelf.version || sorted.nowMs !== nowMs) {
      sorted = { version: shelf.version, nowMs, records: sort(nowMs) };
    }
    return sorted.records;
  };

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
    const usn = 1_000_000 + shelf.version;
    return withTarget({ ...session, usn, startMicros: 0, durationMicros: 0 }, input.target);
  };

  return Object.freeze({
    records,
    find: (id: string) =>
      records().find(({ nativeId, isNamed }) => isNamed && nativeId.toLowerCase() === id.toLowerCase()),
    truth: () =>
      shelf.jobs
        .map((job) => truthOf(job, (spec) => describeSession(spec, clock.now()), blankTruth(job)))
        .filter((job) => job !== null),
    add: (input: AddJobInput) => {
      requireList(input.list);
      const { raw, truth } = input;
      const spec = raw === undefined ? grow(input) : null;
      const nativeId = spec?.id ?? readId(raw) ?? `unnamed-${shelf.version}`;
      const given = { ...(raw === undefined ? {} : { raw }), ...(truth === undefined ? {} : { truth }) };
      shelf.put({ nativeId, list: '', spec, addedMs: clock.now(), ...given });
      return nativeId;
    },
    change: (nativeId: string, change: JobChange) => {
      requireList(change.list);
      shelf.change(nativeId, change, (spec) => changeSession(spec, change, clock.now()));
    },
  });
};
