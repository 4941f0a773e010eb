import {
  asRead,
  computed,
  derivedFromJobs,
  inferred,
  isJsonObject,
  isSuccessfulRun,
  type JobRecord,
  mapPlan,
  missing,
  notReported,
  type Plan,
  type PlanRecord,
  type PlanRules,
  type Reading,
  type Rejection,
  readCount,
  readText,
  Unreadable,
  unreadable,
} from '@crossvault/core';
import { readSchedule, startsOf } from './map-schedule.ts';
import { serviceOf } from './services.ts';
import { type FrequencyWire, frequencyWire, retentionWire, serviceRetentionWire } from './wire.ts';

/** Unparsed input of a plan: one service of the frequencies, and the settings of all services. */
export interface PlanAnswers {
  readonly frequency: unknown;
  /** Null where it could not be read. */
  readonly retention: unknown;
  readonly licence: unknown;
}

/** Where and when it was read. */
export interface PlanContext {
  readonly connection: string;
  readonly location: string;
  readonly nowMs: number;
  /** Whether the lists of services tell their backups apart: no run of a service is missed where no job can be linked to it. @default true */
  readonly areJobsTold?: boolean;
}

/** The newest backups of the service; null: they cannot be identified, or were not requested. */
export type ServiceJobs = readonly JobRecord[] | null;

interface PlanInput {
  readonly service: number;
  readonly frequency: FrequencyWire;
  readonly retention: unknown;
  readonly jobs: ServiceJobs;
  readonly nowMs: number;
}

const rules: PlanRules<PlanInput> = {
  nativeId: {
    from: ['frequency.serviceType'],
    rule: 'Takes the number of the service.',
    read: ({ service }) => computed(String(service)),
  },
  name: {
    from: ['frequency.serviceType'],
    rule: 'Looks up the number in the service table.',
    read: ({ service }) => computed(serviceOf(service).name),
  },
  enabled: {
    from: [],
    rule: 'Always enabled: the vendor lists the frequencies of active services only.',
    read: () => inferred(true),
  },
  nativeStatus: notReported(null),
  schedule: {
    from: [
      'frequency.frequency',
      'frequency.backupStartTime',
      'retention.retentionPeriod',
      'retention.servicePolicies',
    ],
    rule: 'Combines the number of jobs a day, their starts on the current day, and the retention. The starts are times of every day, in UTC.',
    read: ({ frequency, retention, service }) => readSchedule(frequency, readPeriod(retention, service)),
  },
  lastJob: {
    from: [],
    rule: "Takes the newest backup in the list of the type of object whose name is the service's.",
    read: ({ jobs }) => readLastJob(jobs),
  },
  lastSuccessAt: {
    from: [],
    rule: 'Takes the end of the newest backup in that list that succeeded and protected at least one object.',
    read: ({ jobs }) => readLastSuccess(jobs),
  },
  nextRunAt: {
    from: ['frequency.backupStartTime'],
    rule: 'Takes the next start of the current day, else its first start one day later.',
    read: readNextRun,
  },
  targets: notReported(null),
  sizeBytes: notReported(null),
  details: notReported({}),
  streak: derivedFromJobs(),
  missed: derivedFromJobs(),
  actions: { from: [], rule: 'The vendor has no actions for a service.', read: () => asRead([]) },
};

export type PlanResult =
  | { readonly kind: 'plan'; readonly record: PlanRecord }
  | { readonly kind: 'rejected'; readonly rejection: Rejection };

/** Maps one service of the frequencies. Pure, never throws. */
export function toPlan(
  answers: PlanAnswers,
  jobs: ServiceJobs,
  { connection, location, nowMs, areJobsTold = true }: PlanContext,
): PlanResult {
  if (!isJsonObject(answers.frequency)) {
    return { kind: 'rejected', rejection: { nativeId: null, reason: 'not-an-object', value: answers.frequency } };
  }
  const frequency = frequencyWire.parse(answers.frequency);
  const service = readCount(frequency.serviceType).value;
  if (service === null) {
    return { kind: 'rejected', rejection: { nativeId: null, reason: 'no-readable-id', value: answers.frequency } };
  }
  const origin = { connection, vendor: 'avepoint', key: [location, String(service)], raw: answers };
  const input = { service, frequency, retention: answers.retention, jobs, nowMs };
  // A location's jobs are one list, and each of them has the number of its service.
  const jobLink = { list: location, names: [], ...(areJobsTold ? {} : { ids: [] }) };
  return { kind: 'plan', record: { ...mapPlan(rules, input, origin), jobLink } };
}

/** That of the service where services have their own, else that of all. */
function readPeriod(retention: unknown, service: number): string | null {
  const policy = retentionWire.safeParse(retention).data;
  if (policy === undefined) return null;
  const { servicePolicies, enableCustomizedRetentionPolicy } = policy;
  const own = Array.isArray(servicePolicies) && enableCustomizedRetentionPolicy !== false ? servicePolicies : [];
  const periods = own.flatMap((each) => {
    const read = serviceRetentionWire.safeParse(each).data;
    const period = readText(read?.retentionPeriod).value;
    return period !== null && readCount(read?.serviceType).value === service ? [period] : [];
  });
  return periods[0] ?? readText(policy.retentionPeriod).value;
}

const dayMs = 86_400_000;

/** A day that was read yesterday reports the times of today as well. */
function readNextRun({ frequency, nowMs }: PlanInput): Reading<string | null> {
  const starts = startsOf(frequency).flatMap(({ at }) => (at === null ? [] : [Date.parse(at)]));
  const coming = starts.map((startMs) => startMs + Math.max(0, Math.ceil((nowMs - startMs) / dayMs)) * dayMs);
  if (coming.length === 0) return frequency.backupStartTime instanceof Unreadable ? unreadable(null) : missing(null);
  return inferred(new Date(Math.min(...coming)).toISOString());
}

function readLastJob(jobs: ServiceJobs): Reading<Plan['lastJob']> {
  const [last] = newestFirst(jobs);
  if (last === undefined) return missing(null);
  return inferred({ id: last.job.id, status: last.job.status, startedAt: last.job.startedAt });
}

function readLastSuccess(jobs: ServiceJobs): Reading<string | null> {
  const last = newestFirst(jobs).find(({ job }) => isSuccessfulRun(job) && job.endedAt !== null);
  return last === undefined ? missing(null) : inferred(last.job.endedAt);
}

const newestFirst = (jobs: ServiceJobs): readonly JobRecord[] =>
  [...(jobs ?? [])].sort((one, other) => ((one.job.startedAt ?? '') < (other.job.startedAt ?? '') ? 1 : -1));
