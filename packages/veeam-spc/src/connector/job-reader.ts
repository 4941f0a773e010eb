import type { Connector, JobList } from '@crossvault/contract';

/** How jobs are read in one version of the interface. */
export interface JobReader extends Pick<Connector, 'listJobs' | 'findJobs' | 'getJob'> {
  readonly list: JobList;
}
