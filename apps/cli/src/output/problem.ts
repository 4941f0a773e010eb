import type { Connection, ListedJob, Operation, Plan, ProtectedItem, Summary } from '@crossvault/core';
import type { Cell, Column } from './grid.ts';
import type { Palette } from './palette.ts';

/** In every table "!" marks a row with a problem, and this column names it; null: none. */
export type Why = string | null;

export const markColumn: Column = { title: ' ' };
export const whyColumn: Column = { title: 'WHY', least: 9 };

export const toMark = (why: Why, palette: Palette): Cell => ({ text: why === null ? '' : '!', paint: palette.trouble });
export const toWhyCell = (why: Why): Cell => why ?? '-';

/** The code of its first error, else its anomaly, else its status. */
export function whyOfJob({ problem, errors, anomalies, status, ended }: ListedJob): Why {
  if (!problem) return null;
  const code = errors.map((error) => error.code).find((each) => each !== null);
  return code ?? anomalies[0] ?? (ended || status === 'unknown' ? status : 'in trouble');
}

const troubled: ReadonlySet<string> = new Set(['failed', 'warning', 'unknown']);

type LastJob = Plan['lastJob'];

const whyOfLastJob = (job: LastJob): Why =>
  job !== null && troubled.has(job.status) ? `last job ${job.status}` : null;

const whyMissed = (missed: boolean | null): Why => (missed === true ? 'missed' : null);

/** A missed run is more important than the run before it. */
export const whyOfPlan = ({ missed, lastJob }: Plan): Why => whyMissed(missed) ?? whyOfLastJob(lastJob);

export const whyOfItem = ({ protection, missed, lastJob }: ProtectedItem): Why =>
  protection === 'error' ? 'protection error' : (whyMissed(missed) ?? whyOfLastJob(lastJob));

/** Its own error, else that of its history. An unchecked connection has no problem. */
export function whyOfConnection({ health, problem, sync }: Connection): Why {
  if (problem !== null) return problem.code;
  if (health !== 'ok' && health !== 'unknown') return health;
  return sync === null ? null : (sync.problem?.code ?? (sync.state === 'failing' ? 'sync failing' : null));
}

/** The result of the request, else of the jobs that it made. */
export function whyOfOperation({ status, outcome, error }: Operation): Why {
  if (error !== null) return error.code ?? status;
  if (troubled.has(status)) return status;
  return outcome !== null && troubled.has(outcome) ? `jobs ${outcome}` : null;
}

export function whyOfSummary({ problems }: Summary['total']): Why {
  return problems === 0 ? null : `${problems} ${problems === 1 ? 'job' : 'jobs'}`;
}
