import type { SimulatedClock } from '../clock/clock.ts';
import type { KeptPolicy, Policies } from './policies.ts';
import type { PolicySort } from './policy-sort.ts';
import type { Manner } from './render.ts';
import { renderRules } from './render-planned-schedule.ts';
import type { Sessions } from './sessions.ts';
import { REPOSITORIES } from './shapes.ts';
import { renderInstant } from './time-text.ts';

type Parts = { readonly policies: Policies; readonly sessions: Sessions; readonly clock: SimulatedClock };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The fields with the last result of each type of part, and the sessions that they follow. */
const STATUS_FIELDS: Readonly<Record<PolicySort, Readonly<Record<string, RegExp>>>> = {
  virtualMachines: {
    snapshotStatus: /^PolicySnapshot$/,
    backupStatus: /^PolicyBackup$/,
    archiveStatus: /^PolicyArchive$/,
    healthCheckStatus: /^HealthCheck$/,
  },
  sql: { backupStatus: /^SqlPolicyBackup$/, archiveStatus: /^SqlPolicyArchive$/, healthCheckStatus: /^never$/ },
  fileShares: { snapshotStatus: /^FileSharePolicySnapshot$/, indexingStatus: /^never$/ },
  cosmosDb: { backupStatus: /PolicyBackup$/, archiveStatus: /PolicyArchive$/, configurationStatus: /^never$/ },
  slaBased: { snapshotStatus: /^never$/, backupStatus: /^never$/ },
  vnet: {},
};

const STARTS: Readonly<Record<PolicySort, number>> = {
  virtualMachines: 22,
  sql: 23,
  fileShares: 6,
  cosmosDb: 1,
  slaBased: 0,
  vnet: 4,
};

const SERVICE_ACCOUNT_ID = '8d42f7b0-6c13-4e95-a7f8-21b0c9d6e354';
const RETENTION = { timeRetentionDuration: 30, retentionDurationType: 'Days' };

/** Each sort has the parts that its own model has; a part that is not set up is absent, never null. */
const schedulesOf = (sort: PolicySort): Readonly<Record<string, unknown>> => {
  const [repository] = REPOSITORIES;
  const hours = sort === 'fileShares' ? [0, 6, 12, 18] : [STARTS[sort]];
  const daily = { dailyType: 'Everyday', selectedDays: null };
  const backupSchedule = { hours, retention: RETENTION, targetRepositoryId: repository?.id ?? null };
  const snapshotSchedule = { hours, snapshotsToKeep: 7 };
  switch (sort) {
    case 'virtualMachines':
      return {
        dailySchedule: { ...daily, runsPerHour: 1, snapshotSchedule, backupSchedule },
        weeklySchedule: { startTime: 3, snapshotSchedule: { selectedDays: ['Sunday'], snapshotsToKeep: 4 } },
      };
    case 'sql':
    case 'cosmosDb':
      return { dailySchedule: { ...daily, backupSchedule } };
    case 'fileShares':
      return { dailySchedule: { ...daily, runsPerHour: 1, snapshotSchedule } };
    case 'slaBased':
      return { slaPolicyTemplateId: '2b6c9d71-e80f-4a35-94c2-d7f1083b5ea6' };
    case 'vnet':
      return { backupIntervalMinutes: null, backupIntervalHours: STARTS.vnet, retentionPeriodDays: 30 };
  }
};

/** What the models of the sorts have beside their statuses and schedules. */
const ownFields = (sort: PolicySort): Readonly<Record<string, unknown>> => {
  const common = { priority: 1, description: '', tenantId: null, serviceAccountId: SERVICE_ACCOUNT_ID };
  const excluding = { ...common, excludedItemsCount: 0 };
  switch (sort) {
    case 'virtualMachines':
      return { ...excluding, isBackupConfigured: true, isArchiveBackupConfigured: false, isScheduleConfigured: true };
    case 'slaBased':
      return { ...excluding, isBackupConfigured: true };
    case 'sql':
    case 'cosmosDb':
      return { ...excluding, isArchiveBackupConfigured: false };
    case 'fileShares':
      return { ...common, isScheduleConfigured: true };
    case 'vnet':
      return { isScheduleConfigured: true };
  }
};

/** What is known of the schedule's next session, else the hour of the schedule that comes next. */
const nextMs = ({ id, sort, course }: KeptPolicy, { sessions, clock }: Parts): number | null => {
  if (course !== undefined) return course.nextDueMs(clock.now());
  const known = sessions.nextStartMs(id);
  if (known !== null) return known;
  const todayMs = Math.floor(clock.now() / DAY_MS) * DAY_MS + STARTS[sort] * HOUR_MS;
  return todayMs > clock.now() ? todayMs : todayMs + DAY_MS;
};

const statusesOf = ({ id, sort }: KeptPolicy, { sessions }: Parts): Readonly<Record<string, string>> => {
  const own = sessions.records().filter(({ view }) => view.policyId === id);
  const words = Object.entries(STATUS_FIELDS[sort]).map(([field, type]) => {
    const latest = own.find(({ view }) => typeof view.type === 'string' && type.test(view.type));
    return [field, typeof latest?.view.status === 'string' ? latest.view.status : 'NeverExecuted'];
  });
  return Object.fromEntries(words);
};

const PATHS: Readonly<Record<PolicySort, string>> = {
  virtualMachines: 'policies/virtualMachines',
  sql: 'policies/sql',
  fileShares: 'policies/fileShares',
  cosmosDb: 'policies/cosmosDb',
  slaBased: 'policy/slaBased/virtualMachines',
  vnet: 'policy/vnet',
};

const pathOf = (policy: KeptPolicy, { hasFormerPolicies }: Manner): string => {
  if (policy.sort === 'vnet') return PATHS.vnet;
  const base = hasFormerPolicies && policy.sort === 'virtualMachines' ? 'policies' : PATHS[policy.sort];
  return `${base}/${policy.id}`;
};

export const renderPolicy = (policy: KeptPolicy, parts: Parts, manner: Manner): unknown => {
  const isEnabled = parts.policies.isEnabled(policy);
  const { course, sort } = policy;
  const next = isEnabled ? nextMs(policy, parts) : null;
  return {
    id: policy.id,
    ...ownFields(sort),
    name: policy.name,
    isEnabled,
    ...statusesOf(policy, parts),
    nextExecutionTime: next === null ? null : renderInstant(next * 1000),
    ...(course === undefined ? schedulesOf(sort) : renderRules(course.scheduleAt(parts.clock.now()))),
    _links: { self: { href: `${manner.address}/api/${manner.version}/${pathOf(policy, manner)}` } },
  };
};
