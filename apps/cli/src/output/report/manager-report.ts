import type { SourceReport } from '@crossvault/core';
import type { Calendar, FindingView, Sla } from '@crossvault/core/insight';

/** How the runs of one item or plan went over the span, as far as their jobs are stored. */
export interface JobTrend {
  readonly connection: string;
  /** Name of what was backed up, else of the plan. */
  readonly name: string;
  /** Jobs that ended with something to restore. */
  readonly jobs: number;
  readonly meanSeconds: number;
  readonly longestSeconds: number;
  /** Mean of the last third of the days between its first and its last job ÷ mean of the first third; null where either has fewer than three jobs. */
  readonly durationGrowth: number | null;
  /** The same of the size that was reported, or of what was transferred. */
  readonly sizeGrowth: number | null;
  readonly meanSizeBytes: number | null;
}

/** Everything that a report shows. */
export interface ManagerReport {
  readonly madeAt: string;
  readonly from: string;
  readonly until: string;
  readonly days: number;
  readonly total: Sla['total'];
  /** Every item and plan. */
  readonly subjects: Sla['data'];
  readonly connections: Sla['data'];
  /** Empty where no customer is known. */
  readonly tenants: Sla['data'];
  /** Day by day, a row a connection. */
  readonly calendar: Calendar;
  /** All that are true now. */
  readonly findings: readonly FindingView[];
  readonly slowest: readonly JobTrend[];
  readonly growing: readonly JobTrend[];
  readonly complete: boolean;
  readonly sources: readonly SourceReport[];
}
