import { type Answer, agent } from './recording-console.ts';

export const server = '0a1b2c3d-0000-4000-8000-000000000003';
export const lastRun = '2026-03-01T21:00:00.000Z';
export const v3 = '/api/v3/infrastructure';

export const jobUid = '4610eb17-b41c-4cc5-81d1-938ee6d89b7a';
const agentJob = (change: object = {}) => ({
  instanceUid: jobUid,
  backupAgentUid: agent,
  name: 'Nightly',
  systemType: 'Windows',
  status: 'Success',
  isEnabled: true,
  lastRun,
  lastEndTime: '2026-03-01T21:10:00.000Z',
  scheduleType: 'Daily',
  ...change,
});
export const serverJob = (change: object = {}) => ({
  instanceUid: jobUid,
  uniqueUid: '99999999-0000-4000-8000-000000000009',
  backupServerUid: server,
  type: 'BackupVm',
  name: 'Machines',
  status: 'Failed',
  isEnabled: false,
  lastRun,
  lastEndTime: '2026-03-01T21:10:00.000Z',
  ...change,
});
const policy = (change: object = {}) => ({
  instanceUid: jobUid,
  name: 'Azure machines',
  status: 'Idle',
  state: 'Enabled',
  ...change,
});
const page = (rows: readonly unknown[]) =>
  Response.json({ meta: { pagingInfo: { total: rows.length, count: rows.length, offset: 0 } }, data: rows });
const single = (data: unknown) => Response.json({ meta: null, data, errors: null });

export const readsAgentJob =
  (change: object = {}): Answer =>
  (_request, path) => {
    if (path === `${v3}/backupAgents`) return page([]);
    if (path === `${v3}/backupAgents/jobs`) return page([agentJob(change)]);
    return path.endsWith(`/${agent}/jobs/${jobUid}`) ? single(agentJob(change)) : undefined;
  };
export const readsServerJob =
  (change: object = {}, hasAddress = true): Answer =>
  (_request, path) => {
    if (path === `${v3}/backupServers/jobs`) return page([serverJob(change)]);
    return hasAddress && path === `${v3}/backupServers/jobs/${jobUid}` ? single(serverJob(change)) : undefined;
  };
export const readsPolicy =
  (change: object = {}): Answer =>
  (_request, path) =>
    path.endsWith(`/publicCloud/policies/${jobUid}`) ? single(policy(change)) : undefined;
