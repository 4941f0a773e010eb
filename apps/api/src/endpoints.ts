import type { Endpoint } from './endpoint.ts';
import { explainJob } from './endpoints/explain-job.ts';
import { getConnection } from './endpoints/get-connection.ts';
import { getHealth } from './endpoints/get-health.ts';
import { getJob } from './endpoints/get-job.ts';
import { getJobLog } from './endpoints/get-job-log.ts';
import { getOpenApi } from './endpoints/get-open-api.ts';
import { getSummary } from './endpoints/get-summary.ts';
import { listChanges } from './endpoints/list-changes.ts';
import { listConnections } from './endpoints/list-connections.ts';
import { listJobs } from './endpoints/list-jobs.ts';
import { probeConnection } from './endpoints/probe-connection.ts';
import { syncConnection } from './endpoints/sync-connection.ts';

/** All endpoints, in the order in which the document shows them. */
export const endpoints: readonly Endpoint[] = [
  listJobs,
  getJob,
  explainJob,
  getJobLog,
  getSummary,
  listChanges,
  listConnections,
  getConnection,
  probeConnection,
  syncConnection,
  getOpenApi,
  getHealth,
];
