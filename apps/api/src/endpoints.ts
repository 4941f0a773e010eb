import { actionEndpoints } from './endpoints/action-endpoints.ts';
import { createKey } from './endpoints/create-key.ts';
import { explainJob } from './endpoints/explain-job.ts';
import { getConnection } from './endpoints/get-connection.ts';
import { getHealth } from './endpoints/get-health.ts';
import { getJob } from './endpoints/get-job.ts';
import { getJobLog } from './endpoints/get-job-log.ts';
import { listJobs } from './endpoints/get-jobs.ts';
import { getOpenApi } from './endpoints/get-open-api.ts';
import { getOperation } from './endpoints/get-operation.ts';
import { getPlan } from './endpoints/get-plan.ts';
import { getProtectedItem } from './endpoints/get-protected-item.ts';
import { getReadiness } from './endpoints/get-readiness.ts';
import { getSummary } from './endpoints/get-summary.ts';
import { getCalendar } from './endpoints/insight/get-calendar.ts';
import { getFinding } from './endpoints/insight/get-finding.ts';
import { explainFinding } from './endpoints/insight/get-finding-explanation.ts';
import { getOccurrence } from './endpoints/insight/get-occurrence.ts';
import { getSla } from './endpoints/insight/get-sla.ts';
import { getToday } from './endpoints/insight/get-today.ts';
import { listFindings } from './endpoints/insight/list-findings.ts';
import { listOccurrences } from './endpoints/insight/list-occurrences.ts';
import { listOverrides } from './endpoints/insight/list-overrides.ts';
import { overrideEndpoints } from './endpoints/insight/post-override.ts';
import { listAudit } from './endpoints/list-audit.ts';
import { listChanges } from './endpoints/list-changes.ts';
import { listConnections } from './endpoints/list-connections.ts';
import { listContainers } from './endpoints/list-containers.ts';
import { listKeys } from './endpoints/list-keys.ts';
import { listOperations } from './endpoints/list-operations.ts';
import { listPlans } from './endpoints/list-plans.ts';
import { listProtectedItems } from './endpoints/list-protected-items.ts';
import { listRecoveryPoints } from './endpoints/list-recovery-points.ts';
import { probeConnection } from './endpoints/probe-connection.ts';
import { revokeKey } from './endpoints/revoke-key.ts';
import { syncConnection } from './endpoints/sync-connection.ts';
import type { Endpoint } from './http/endpoint.ts';

/** All endpoints, in the order in which the document shows them. */
export const endpoints: readonly Endpoint[] = [
  getToday,
  listFindings,
  getFinding,
  explainFinding,
  ...overrideEndpoints,
  listOverrides,
  listOccurrences,
  getOccurrence,
  getCalendar,
  getSla,
  listJobs,
  getJob,
  explainJob,
  getJobLog,
  listPlans,
  getPlan,
  listProtectedItems,
  getProtectedItem,
  listRecoveryPoints,
  ...actionEndpoints,
  listOperations,
  getOperation,
  getSummary,
  listChanges,
  listConnections,
  getConnection,
  listContainers,
  probeConnection,
  syncConnection,
  listAudit,
  listKeys,
  createKey,
  revokeKey,
  getOpenApi,
  getHealth,
  getReadiness,
];
