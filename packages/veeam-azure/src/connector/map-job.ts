import {
  asRead,
  combine,
  computed,
  defineJobMapper,
  hasEnded,
  isJsonObject,
  type JobAction,
  type JobTarget,
  missing,
  neverTold,
  type Reading,
  readCount,
  readDuration,
  readInstant,
  readText,
  readWire,
  Unreadable,
  type WireValue,
} from '@crossvault/contract';
import { toJobKey } from './key.ts';
import { detailPaths, readDetails } from './map-details.ts';
import { readKind, readTrigger } from './map-kind.ts';
import { readErrors } from './map-log.ts';
import { readStatus } from './map-status.ts';
import { type SessionWire, sessionWire, within } from './wire.ts';

interface SessionInput {
  readonly id: string;
  readonly session: SessionWire;
  readonly log: unknown;
}

/** Times have up to seven digits, the duration too: cut to milliseconds they differ by one at most. */
const durationToleranceSeconds = 0.002;

export const jobMapper = defineJobMapper<SessionInput>({
  vendor: 'veeam-azure',
  version: 1,
  durationToleranceSeconds,
  rules: {
    nativeId: {
      from: ['id'],
      rule: 'The id of the session, as it came.',
      read: ({ id }) => asRead(id),
    },
    kind: {
      from: ['type'],
      rule: 'The first pattern of the table that the type matches; a type that matches none is other.',
      read: ({ session }) => readKind(session.type),
    },
    nativeKind: {
      from: ['type'],
      rule: 'The type, as it came.',
      read: ({ session }) => readText(session.type),
    },
    status: {
      from: ['status'],
      rule: 'The word by the table of statuses; a word that is not in it is unknown.',
      read: ({ session }) => readStatus(session.status),
    },
    nativeStatus: {
      from: ['status'],
      rule: 'The status, as it came.',
      read: ({ session }) => readText(session.status),
    },
    trigger: {
      from: ['type'],
      rule: 'Manual when the type says so and is no deletion; scheduled for ConfigurationBackupScheduled; else not told, since a policy can also be started by hand.',
      read: ({ session }) => readTrigger(session.type),
    },
    target: {
      from: [
        'repositoryJobInfo.repositoryId',
        'repositoryJobInfo.repositoryName',
        'fileLevelRestoreJobInfo.vmId',
        'fileLevelRestoreJobInfo.vmName',
        'fileShareFileLevelRestoreJobInfo.fileShareId',
        'fileShareFileLevelRestoreJobInfo.fileShareName',
      ],
      rule: 'The repository, or the machine or share whose files are restored; the sessions of a policy name none.',
      read: ({ session }) => readTarget(session),
    },
    plan: {
      from: [
        'backupJobInfo.policyId',
        'backupJobInfo.policyName',
        'healthCheckJobInfo.policyId',
        'healthCheckJobInfo.policyName',
      ],
      rule: 'The policy of the backup or of the health check. When it runs next, a session does not tell.',
      read: ({ session }) => readPlan(session),
    },
    startedAt: {
      from: ['executionStartTime'],
      rule: 'The start, in milliseconds of UTC; year 0001 means never.',
      read: ({ session }) => readInstant(session.executionStartTime),
    },
    endedAt: {
      from: ['executionStopTime'],
      rule: 'The end, in milliseconds of UTC; absent while the session runs; year 0001 means never.',
      read: ({ session }) => readInstant(session.executionStopTime),
    },
    durationSeconds: {
      from: ['executionDuration'],
      rule: 'The duration as a TimeSpan or as whole milliseconds.',
      read: ({ session }) => readDuration(session.executionDuration, 'timespan-or-milliseconds'),
    },
    progressPercent: neverTold(null),
    sizeBytes: neverTold(null),
    transferredBytes: neverTold(null),
    counts: {
      from: ['backupJobInfo.protectedInstancesCount', 'healthCheckJobInfo.checkedInstancesCount'],
      rule: 'In all: the instances that were protected or checked. How many of them failed, a session does not tell.',
      read: ({ session }) => readCounts(session),
    },
    tasks: neverTold([]),
    errors: {
      from: ['log.log'],
      rule: "The entries of the session's log with a status of Warning or Error; only a single get reads the log.",
      read: ({ log }) => readErrors(log),
    },
    actions: {
      from: ['status', 'executionStopTime'],
      rule: 'The log always; cancel while the session has not ended.',
      read: ({ session }) => readActions(session),
    },
    details: {
      from: detailPaths,
      rule: "The session's other values under their own names, as texts.",
      read: ({ session }) => readDetails(session),
    },
    links: neverTold({}),
  },
  parse(raw) {
    const answer = raw.get ?? raw.list;
    const session = isJsonObject(answer) ? sessionWire.safeParse(answer).data : undefined;
    if (session === undefined) return { kind: 'rejected', nativeId: null, reason: 'not-an-object' };
    const id = readText(session.id).value;
    if (id === null || !/\S/.test(id)) {
      return { kind: 'rejected', nativeId: hintOf(session.id), reason: 'no-readable-id' };
    }
    return { kind: 'input', input: { id, session, log: raw.log }, key: toJobKey(id) };
  },
});

const hintOf = (id: WireValue<string>): string | null =>
  id instanceof Unreadable && typeof id.seen === 'number' ? String(id.seen) : null;

function readTarget(session: SessionWire): Reading<JobTarget | null> {
  const {
    repositoryJobInfo: repository,
    fileLevelRestoreJobInfo: files,
    fileShareFileLevelRestoreJobInfo: share,
  } = session;
  const repositoryId = readWire(
    within(repository, (info) => info.repositoryId),
    (id) => readText(String(id)),
  );
  return firstTold([
    named('repository', repositoryId, readText(within(repository, (info) => info.repositoryName))),
    named('vm', readText(within(files, (info) => info.vmId)), readText(within(files, (info) => info.vmName))),
    named(
      'file-share',
      readText(within(share, (info) => info.fileShareId)),
      readText(within(share, (info) => info.fileShareName)),
    ),
  ]);
}

const named = (type: JobTarget['type'], id: Reading<string | null>, name: Reading<string | null>) =>
  whole({ type, id: id.value, name: name.value }, [id, name]);

function readPlan({ backupJobInfo: backup, healthCheckJobInfo: check }: SessionWire) {
  return firstTold(
    [backup, check].map((info) => {
      const id = readText(within(info, (present) => present.policyId));
      const name = readText(within(info, (present) => present.policyName));
      return whole({ id: id.value, name: name.value, nextRunAt: null }, [id, name]);
    }),
  );
}

function readCounts({ backupJobInfo: backup, healthCheckJobInfo: check }: SessionWire) {
  const totals = [
    readCount(within(backup, (info) => info.protectedInstancesCount)),
    readCount(within(check, (info) => info.checkedInstancesCount)),
  ];
  return firstTold(
    totals.map((total) => whole({ total: total.value, succeeded: null, failed: null, skipped: null }, [total])),
  );
}

function readActions(session: SessionWire): Reading<JobAction[]> {
  const open = !hasEnded(readStatus(session.status).value, readInstant(session.executionStopTime).value);
  return computed<JobAction[]>(open ? ['cancel', 'log'] : ['log']);
}

/** A value of several parts, or null when none of them was told. */
function whole<T>(value: T, parts: readonly Reading<unknown>[]): Reading<T | null> {
  const reading = combine<T | null>(parts.some((part) => part.value !== null) ? value : null, parts);
  return reading.value === null && reading.provenance === undefined ? missing(null) : reading;
}

/** The first reading that says something, be it that its value is unreadable. */
function firstTold<T>(readings: readonly Reading<T | null>[]): Reading<T | null> {
  return readings.find((reading) => reading.provenance !== 'missing') ?? missing(null);
}
