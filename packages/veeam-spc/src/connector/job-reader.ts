import type { Connector, JobList, ProtectedItemCalls } from '@crossvault/core';
import type { PlanReader } from './plan-state.ts';

/** How definitions and their runs are read in one version of the interface. */
export interface JobReader extends Pick<Connector, 'listJobs' | 'findJobs' | 'getJob'> {
  readonly list: JobList;
  readonly plans: PlanReader;
  /** The computers of the agents. */
  readonly items: ProtectedItemCalls;
}
