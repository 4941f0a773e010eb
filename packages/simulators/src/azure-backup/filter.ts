import { parseClauses } from './clauses.ts';

/** Fields of a job that `$filter` supports. */
export type FilteredJob = {
  readonly id: string;
  readonly status: string;
  readonly operation: string;
  readonly backupManagementType: string;
  /** null: the start cannot be read, so no bound holds. */
  readonly startMs: number | null;
};

export type JobFilter = (job: FilteredJob) => boolean;

const LEGAL = {
  status: ['InProgress', 'Completed', 'Failed', 'CompletedWithWarnings', 'Cancelled', 'Cancelling'],
  backupManagementType: [
    'AzureIaasVM',
    'MAB',
    'DPM',
    'AzureBackupServer',
    'AzureSql',
    'AzureStorage',
    'AzureWorkload',
    'DefaultBackup',
  ],
  operation: [
    'Register',
    'UnRegister',
    'ConfigureBackup',
    'Backup',
    'Restore',
    'DisableBackup',
    'DeleteBackupData',
    'CrossRegionRestore',
    'Undelete',
    'UpdateCustomerManagedKey',
  ],
} as const;

/** The beginning is quoted in azure-docs#42973; how it continues is inferred. */
export const FILTER_PROBLEM = [
  'The inputs specified for Get jobs API are incorrect. Please check the filter.',
  ...Object.entries(LEGAL).map(([key, values]) => `${key} can be: ${values.join(', ')}.`),
  "startTime and endTime have to be UTC in the form 'yyyy-MM-dd hh:mm:ss tt'.",
].join(' ');

const DATE = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2}) (AM|PM)$/i;

/** 12-hour UTC; hour 00 passes with AM, as the vendor's own examples write midnight. */
export const parseFilterDate = (text: string): number | null => {
  const match = DATE.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const isMorning = match[7]?.toUpperCase() === 'AM';
  if (hour > 12 || (hour === 0 && !isMorning) || minute > 59 || second > 59) return null;
  const midnightMs = Date.UTC(year, month - 1, day);
  if (!new Date(midnightMs).toISOString().startsWith(text.slice(0, 10))) return null;
  return midnightMs + (((hour % 12) + (isMorning ? 0 : 12)) * 3600 + minute * 60 + second) * 1000;
};

const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

const parseClause = (key: string, value: string): JobFilter | null => {
  if (key === 'status' || key === 'backupManagementType' || key === 'operation') {
    return LEGAL[key].some((legal) => same(legal, value)) ? (job) => same(job[key], value) : null;
  }
  if (key === 'jobId') return (job) => same(job.id, value);
  const boundMs = parseFilterDate(value);
  if (boundMs === null) return null;
  if (key === 'startTime') return (job) => job.startMs !== null && job.startMs >= boundMs;
  return key === 'endTime' ? (job) => job.startMs !== null && job.startMs <= boundMs : null;
};

/** Null when it is not a filter, or contains an unsupported field. */
export const parseJobFilter = (text: string): JobFilter | null => {
  const filters = parseClauses(text)?.map(({ key, value }) => parseClause(key, value)) ?? [null];
  const known = filters.filter((filter) => filter !== null);
  return known.length === filters.length ? (job) => known.every((filter) => filter(job)) : null;
};
