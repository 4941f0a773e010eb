import { changeCourse, courseOfAdded, type JobFields } from '../fleet/course.ts';
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
import { type AzureVault, GROWN_VAULT, keyOfRegion, keyOfVault, SECONDARY_REGION, VAULTS } from './documented.ts';
import type { FilteredJob } from './filter.ts';
import { type AzureJob, describeJob, existsAt, growJob, growShape, keyOfList, statusWordAt } from './fleet.ts';
import { renderJob } from './render.ts';
import type { Shape } from './shapes.ts';
import { operationOfKind, statusOfWord, wordOfStatus } from './words.ts';

/** One record of a vault, as its list needs it. */
export type AzureRecord = {
  readonly nativeId: string;
  /** Unique sort key, ascending from the newest start to the oldest. */
  readonly position: string;
  exists(): boolean;
  payload(apiVersion: string): unknown;
  /** What `$filter` sees. */
  view(): FilteredJob;
};

export type AzureJobs = {
  /** All records of a vault's list, newest first, those that do not exist yet among them. */
  recordsOf(list: string): readonly AzureRecord[];
  truth(): TruthJob[];
  add(input: AddJobInput): string;
  change(nativeId: string, change: JobChange): void;
  /** Takes a job that a schedule starts. */
  start(job: AzureJob): string;
  /** Starts a requested job, which runs for the given time and succeeds. */
  trigger(started: StartedJob): string;
  /** Current state of a job of a vault; undefined when there is none. */
  standing(vault: AzureVault, nativeId: string): JobStanding | undefined;
};

export type StartedJob = {
  readonly vault: AzureVault;
  readonly jobType: Shape['jobType'];
  readonly operation: string;
  readonly backupManagementType: string;
  readonly entity: string;
  readonly item: NonNullable<AzureJob['item']>;
  readonly durationMs: number;
};

export type JobStanding = {
  readonly word: string;
  readonly isOpen: boolean;
  /** The data of a machine are being transferred to the vault: the job can no longer be cancelled. */
  readonly isTransferring: boolean;
  /** How long it has been running. */
  readonly ranForMs: number;
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const propertiesOf = (payload: unknown): Record<string, unknown> =>
  isRecord(payload) && isRecord(payload.properties) ? payload.properties : {};

const readStartMs = (payload: unknown): number | null => {
  const { startTime } = propertiesOf(payload);
  const milliseconds = typeof startTime === 'string' ? Date.parse(startTime) : Number.NaN;
  return Number.isNaN(milliseconds) ? null : milliseconds;
};

const LATEST_MS = Date.UTC(9999, 11, 31);

const positionOf = (startMs: number, ticks: number, id: string): string =>
  `${String(LATEST_MS - startMs).padStart(15, '0')}.${String(9999 - ticks).padStart(4, '0')}.${id.toLowerCase()}`;

const readId = (raw: unknown): string | null => {
  if (!isRecord(raw)) return null;
  if (typeof raw.name === 'string' && raw.name !== '') return raw.name;
  return typeof raw.id === 'string' ? (/\/backupJobs\/([^/]+)$/i.exec(raw.id)?.[1] ?? null) : null;
};

type JobLocation = { readonly vault: AzureVault; readonly region: string | null };

const findLocation = (list: string | undefined): JobLocation => {
  if (list === undefined) return { vault: GROWN_VAULT, region: null };
  if (list.toLowerCase() === keyOfRegion(GROWN_VAULT, SECONDARY_REGION)) {
    return { vault: GROWN_VAULT, region: SECONDARY_REGION };
  }
  const vault = VAULTS.find((candidate) => keyOfVault(candidate) === list.toLowerCase());
  if (vault !== undefined) return { vault, region: null };
  throw new RangeError(`no vault ${list}; there are ${VAULTS.map(keyOfVault).join(', ')}`);
};

const outcomeOf = (fields: JobFields): Partial<Shape> => {
  const word = fields.nativeStatus ?? (fields.status === undefined ? undefined : wordOfStatus(fields.status));
  if (word === undefined) return {};
  const status = statusOfWord(word);
  if (status === 'running') return { outcome: 'Completed' };
  return { outcome: status === 'cancelling' ? 'Cancelled' : word };
};

const operationOf = (fields: JobFields): Partial<Shape> => {
  if (fields.nativeKind !== undefined) return { operation: fields.nativeKind };
  return fields.kind === undefined ? {} : { operation: operationOfKind(fields.kind) };
};

/** The vendor's own word decides the course where the normalized one is not given. */
const withStatus = (fields: JobFields): JobFields =>
  fields.nativeStatus === undefined || fields.status !== undefined
    ? fields
    : { ...fields, status: statusOfWord(fields.nativeStatus) };

/** The second half of the backup of a machine is the transfer. */
const isTransferring = ({ shape, course }: AzureJob, nowMs: number): boolean =>
  shape.jobType.startsWith('AzureIaaSVM') &&
  shape.operation === 'Backup' &&
  nowMs - course.startMs >= course.durationMs / 2;

const isUntouched = (job: TableJob<AzureJob>): job is TableJob<AzureJob> & { spec: AzureJob } =>
  job.spec !== null && job.raw === undefined && job.merge === undefined && job.remove === undefined;

const changeSpec = (spec: AzureJob, change: JobChange, nowMs: number): AzureJob => {
  const fields = withStatus(change);
  const shape = { ...spec.shape, ...operationOf(fields), ...outcomeOf(fields) };
  const entity = change.target ?? spec.entity;
  const course = changeCourse(spec.course, fields, nowMs);
  const changed = [change.status, change.nativeStatus, change.kind, change.nativeKind, change.target, change.startedAt];
  const keepsPage = [...changed, change.durationSeconds].every((field) => field === undefined);
  return keepsPage ? spec : { ...spec, shape, entity, course, page: null };
};

/** The jobs of Recovery Services vaults and of their secondary region. */
export const createAzureJobs = (core: VendorCore, fleet: readonly AzureJob[]): AzureJobs => {
  const { clock } = core;
  const random = core.random.fork('added');
  const triggered = core.random.fork('triggered');
  const table = createJobTable<AzureJob>((id) => id.toLowerCase());
  for (const spec of fleet) table.put({ nativeId: spec.id, list: keyOfList(spec), spec, addedMs: core.anchorMs });

  const toRecord = (job: TableJob<AzureJob>): AzureRecord => {
    const payload = (apiVersion: string) => payloadOf(job, (spec) => renderJob(spec, clock.now(), apiVersion));
    const startMs = job.spec?.course.startMs ?? readStartMs(job.raw);
    return {
      nativeId: job.nativeId,
      position: positionOf(startMs ?? job.addedMs, job.spec?.startTicks ?? 0, job.nativeId),
      exists: () => job.spec === null || existsAt(job.spec, clock.now()),
      payload,
      view: () => {
        const shown = isUntouched(job) ? null : payload('2019-05-13');
        const { status, operation, backupManagementType } = isUntouched(job)
          ? { ...job.spec.shape, status: statusWordAt(job.spec, clock.now()) }
          : propertiesOf(shown);
        return {
          id: job.nativeId,
          status: String(status),
          operation: String(operation),
          backupManagementType: String(backupManagementType),
          // The vendor keeps the start of a job even where its answer is unreadable.
          startMs: isUntouched(job) ? startMs : (readStartMs(shown) ?? startMs ?? job.addedMs),
        };
      },
    };
  };

  let sorted = { version: -1, byVault: new Map<string, AzureRecord[]>() };
  const sort = (): Map<string, AzureRecord[]> => {
    if (sorted.version === table.version) return sorted.byVault;
    const byVault = Map.groupBy(table.jobs, ({ list }) => list);
    const records = [...byVault].map(([list, jobs]): [string, AzureRecord[]] => [
      list,
      jobs.map(toRecord).sort((left, right) => (left.position < right.position ? -1 : 1)),
    ]);
    sorted = { version: table.version, byVault: new Map(records) };
    return sorted.byVault;
  };

  const blank = (job: TableJob<AzureJob>): TruthJob =>
    toBlankTruth({
      vendor: 'azure-backup',
      list: job.list,
      nativeId: job.nativeId,
      scope: null,
      kind: 'other',
    });

  const grow = (input: AddJobInput, { vault, region }: JobLocation): AzureJob => {
    const fields = withStatus(input);
    const shape = growShape(random, {
      jobType: 'AzureIaaSVMJob',
      operation: 'Backup',
      outcome: 'Completed',
      extended: 'full',
      ...operationOf(fields),
      ...outcomeOf(fields),
    });
    const job = growJob(random, shape, courseOfAdded(fields, clock.now()), vault);
    return { ...job, region, startTicks: 0, durationTicks: 0, entity: input.target ?? job.entity };
  };

  return Object.freeze({
    recordsOf: (list: string) => sort().get(list) ?? [],
    truth: () =>
      table.jobs
        .map((job) => truthOf(job, (spec) => describeJob(spec, clock.now()), blank(job)))
        .filter((job) => job !== null),
    add: (input: AddJobInput) => {
      const location = findLocation(input.list);
      const spec = input.raw === undefined ? grow(input, location) : null;
      const nativeId = spec?.id ?? readId(input.raw) ?? `unnamed-${table.version}`;
      const { raw, truth } = input;
      const given = { ...(raw === undefined ? {} : { raw }), ...(truth === undefined ? {} : { truth }) };
      const list = location.region === null ? keyOfVault(location.vault) : keyOfRegion(location.vault, location.region);
      table.put({ nativeId, list, spec, addedMs: clock.now(), ...given });
      return nativeId;
    },
    start: (spec: AzureJob) => {
      table.put({ nativeId: spec.id, list: keyOfList(spec), spec, addedMs: clock.now() });
      return spec.id;
    },
    trigger: ({ vault, entity, item, durationMs, ...started }: StartedJob) => {
      const wish = { ...started, outcome: 'Completed', actions: 'words', extended: 'full', trigger: 'true' } as const;
      const shape = growShape(triggered, { ...wish, ids: 'plain', tasks: 'timed' });
      const course = { startMs: clock.now(), queuedForMs: 0, closingAfterMs: null, durationMs };
      const spec = { ...growJob(triggered, shape, course, vault), entity, item, startTicks: 0, durationTicks: 0 };
      table.put({ nativeId: spec.id, list: keyOfVault(vault), spec, addedMs: clock.now() });
      return spec.id;
    },
    standing: (vault: AzureVault, nativeId: string) => {
      const id = nativeId.toLowerCase();
      const job = table.jobs.find((one) => one.list === keyOfVault(vault) && one.nativeId.toLowerCase() === id);
      if (job === undefined || (job.spec !== null && !existsAt(job.spec, clock.now()))) return undefined;
      const word = toRecord(job).view().status;
      const isOpen = word === 'InProgress' || word === 'Cancelling';
      const ranForMs = clock.now() - (job.spec?.course.startMs ?? job.addedMs);
      return { word, isOpen, ranForMs, isTransferring: job.spec !== null && isTransferring(job.spec, clock.now()) };
    },
    change: (nativeId: string, change: JobChange) =>
      table.change(nativeId, change, (spec) => changeSpec(spec, change, clock.now())),
  });
};
