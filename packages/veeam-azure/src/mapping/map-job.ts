import {
  asRead,
  computed,
  defineJobMapper,
  hasEnded,
  type JobAction,
  type JobCounts,
  type JobPlan,
  type JobRules,
  notReported,
  type Reading,
  readCount,
  readDuration,
  readInstant,
  readText,
} from '@crossvault/core';
import { firstReported, nothing, whole } from './first-reported.ts';
import { type JobAnswer, parseJobAnswer } from './job-answer.ts';
import { detailPaths, readDetails } from './map-details.ts';
import { readErrors } from './map-errors.ts';
import { readKind, readTrigger } from './map-kind.ts';
import { readStatus } from './map-status.ts';
import { readTarget } from './map-target.ts';
import { readTasks } from './map-tasks.ts';
import { isAbsent, within } from './wire.ts';

const rules: JobRules<JobAnswer> = {
  nativeId: {
    from: ['id'],
    rule: 'Takes the id unchanged.',
    read: ({ id }) => asRead(id),
  },
  kind: {
    from: ['type'],
    rule: 'Takes the first matching pattern of the type table; a type without a match is other.',
    read: ({ session }) => readKind(session.type),
  },
  nativeKind: {
    from: ['type'],
    rule: 'Takes the type unchanged.',
    read: ({ session }) => readText(session.type),
  },
  status: {
    from: ['status'],
    rule: 'Looks up the status in the status table; an unlisted value is unknown.',
    read: ({ session }) => readStatus(session.status),
  },
  nativeStatus: {
    from: ['status'],
    rule: 'Takes the status unchanged.',
    read: ({ session }) => readText(session.status),
  },
  trigger: {
    from: ['type'],
    rule: 'Manual where the type says so and is no deletion, scheduled for ConfigurationBackupScheduled, else unknown, since a user can also start a policy.',
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
      'restoreJobInfo.items',
    ],
    rule: 'Takes the repository, the machine or share whose files are restored, or the only resource that a restore of v1 names; the sessions of a policy name none.',
    read: readTarget,
  },
  plan: {
    from: [
      'backupJobInfo.policyId',
      'backupJobInfo.policyName',
      'healthCheckJobInfo.policyId',
      'healthCheckJobInfo.policyName',
    ],
    rule: 'Takes the policy of the backup or of the health check; when it runs next, a session does not report.',
    read: readPlan,
  },
  startedAt: {
    from: ['executionStartTime'],
    rule: 'Reads the start in UTC, cut to milliseconds; an instant before 1990 or from 2200 on counts as none.',
    read: ({ session }) => readInstant(session.executionStartTime),
  },
  endedAt: {
    from: ['executionStopTime'],
    rule: 'Reads the end in UTC, cut to milliseconds; an instant before 1990 or from 2200 on counts as none.',
    read: ({ session }) => readInstant(session.executionStopTime),
  },
  durationSeconds: {
    from: ['executionDuration'],
    rule: 'Reads a TimeSpan or whole milliseconds.',
    read: ({ session }) => readDuration(session.executionDuration, 'timespan-or-milliseconds'),
  },
  progressPercent: notReported(null),
  sizeBytes: notReported(null),
  transferredBytes: notReported(null),
  counts: {
    from: ['backupJobInfo.protectedInstancesCount', 'healthCheckJobInfo.checkedInstancesCount'],
    rule: 'Counts as total the instances that were protected or checked; how many of them failed, a session does not report.',
    read: readCounts,
  },
  tasks: {
    from: ['objects'],
    rule: 'Takes one task for each resource of the session, with the status and the times of its run. Only a single get of a session that was not wholly successful reads them, from v8.1 on.',
    read: readTasks,
  },
  errors: {
    from: ['log.log', 'context.logAccess'],
    rule: "Takes the entries of the session's log with a status of Warning or Error; only a single get reads the log, and not every account has the permission.",
    read: readErrors,
  },
  actions: {
    from: ['status', 'executionStopTime'],
    rule: 'Offers the log always, and cancel while the session has not ended.',
    read: readActions,
  },
  details: {
    from: detailPaths,
    rule: "Keeps the session's other values under their own names.",
    read: readDetails,
  },
  links: notReported({}),
};

export const jobMapper = defineJobMapper<JobAnswer>({
  vendor: 'veeam-azure',
  version: 4,
  // Times have up to seven digits, the duration too: cut to milliseconds they differ by one at most.
  durationToleranceSeconds: 0.002,
  rules,
  parse: parseJobAnswer,
});

function readPlan({ session }: JobAnswer): Reading<JobPlan | null> {
  return firstReported(
    [session.backupJobInfo, session.healthCheckJobInfo].map((info) => {
      if (isAbsent(info)) return nothing;
      const id = readText(within(info, (present) => present.policyId));
      const name = readText(within(info, (present) => present.policyName));
      return whole({ id: id.value, name: name.value, nextRunAt: null }, [id, name]);
    }),
  );
}

function readCounts({ session }: JobAnswer): Reading<JobCounts | null> {
  return firstReported([
    toCounts(readCount(within(session.backupJobInfo, (info) => info.protectedInstancesCount))),
    toCounts(readCount(within(session.healthCheckJobInfo, (info) => info.checkedInstancesCount))),
  ]);
}

const toCounts = (total: Reading<number | null>): Reading<JobCounts | null> =>
  whole({ total: total.value, succeeded: null, failed: null, skipped: null }, [total]);

function readActions({ session }: JobAnswer): Reading<JobAction[]> {
  const isOpen = !hasEnded(readStatus(session.status).value, readInstant(session.executionStopTime).value);
  return computed<JobAction[]>(isOpen ? ['cancel', 'log'] : ['log']);
}
