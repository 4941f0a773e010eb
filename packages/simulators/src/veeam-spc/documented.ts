import type { Course } from '../fleet/course.ts';

export const DOCUMENTED_AGENT_ID = 'cc52ec30-a1b0-41dd-8b24-553dab48b43f';

/** From "Get a Veeam backup agent Job", verbatim but for a comma that the page lost after `cloudConnectAgentUid`. */
export const DOCUMENTED_JOB = {
  id: '4610eb17-b41c-4cc5-81d1-938ee6d89b7a',
  lastSessionStatus: 'Success',
  name: 'Workstation: File level backup. Personal files. Local drive. Daily schedule.',
  description: '',
  operationMode: 'Workstation',
  destination: 'C:\\VeeamBackup\\',
  restorePoints: 2,
  lastRestorePoint: null,
  backupSize: 67325952,
  scheduleType: 'Daily',
  lastRun: '2018-12-07T08:30:00.767Z',
  lastModified: '2018-10-12T01:37:05.2423906+03:00',
  lastModificationDoneBy: 'srv5\\administrator',
  freeSpace: 90541989888,
  avgDuration: 116,
  lastDuration: 98,
  backupModeId: 'Folder',
  targetType: 'Local',
  disabled: false,
  failureMessage: '',
  backupPolicyNote: null,
  cloudConnectAgentUid: '3745c96c-8b7b-40e6-8be5-6de1af6b075b',
  backupPolicyId: 0,
  backupPolicyName: null,
  backupPolicyStatus: 'Custom',
  nextRun: '2018-12-08T00:30:00+03:00',
  _links: [
    {
      rel: 'self',
      method: 'GET',
      href: 'https://vac:1281/v2/backupAgents/cc52ec30-a1b0-41dd-8b24-553dab48b43f/jobs/4610eb17-b41c-4cc5-81d1-938ee6d89b7a',
    },
    {
      rel: 'startJob',
      method: 'POST',
      href: 'https://vac:1281/v2/backupAgents/cc52ec30-a1b0-41dd-8b24-553dab48b43f/jobs/4610eb17-b41c-4cc5-81d1-938ee6d89b7a/start',
    },
    {
      rel: 'delete',
      method: 'DELETE',
      href: 'https://vac:1281/v2/backupAgents/cc52ec30-a1b0-41dd-8b24-553dab48b43f/jobs/4610eb17-b41c-4cc5-81d1-938ee6d89b7a/delete',
    },
  ],
} as const;

/** What the page's times say: a start, and 98 of what v3 calls seconds. */
export const DOCUMENTED_COURSE: Course = {
  startMs: Date.parse(DOCUMENTED_JOB.lastRun),
  queuedForMs: 0,
  closingAfterMs: null,
  durationMs: DOCUMENTED_JOB.lastDuration * 1000,
};
