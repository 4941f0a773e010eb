import type { JobStore } from '@crossvault/core/store';

/** What an evaluation reads and writes. */
export type InsightStore = Pick<
  JobStore,
  | 'syncStates'
  | 'acquireLease'
  | 'renewLease'
  | 'releaseLease'
  | 'leaseOwner'
  | 'listThings'
  | 'subjects'
  | 'scheduleVersions'
  | 'looks'
  | 'changedLinks'
  | 'subjectRuns'
  | 'occurrencesOf'
  | 'findingsOf'
  | 'overrides'
  | 'putEvaluation'
  | 'nextEvaluationMs'
> &
  Partial<Pick<JobStore, 'listOperations'>>;
