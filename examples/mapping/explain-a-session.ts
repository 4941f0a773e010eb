import { explainJob, mapJob } from '@crossvault/veeam-azure/mapping';

// A row of GET /api/v8.1/jobSessions, as the appliance sent it.
const session = {
  id: '0b1f5f7e-19c6-4f02-8fb3-3f4dd1b4ff61',
  type: 'PolicyBackup',
  status: 'Warning',
  executionStartTime: '2026-03-02T01:00:00.1234567Z',
  executionStopTime: '2026-03-02T01:20:23Z',
  executionDuration: '00:20:22.8765433',
  backupJobInfo: { policyId: 'd5b04c3e-8d4b-4f5e-9a52-5f3f6d1e7a10', policyName: 'Nightly' },
};

const mapped = mapJob(session);
if (mapped.kind === 'rejected') throw new Error(`This is not a session: ${mapped.reason}`);
const { kind, status, problem, plan, durationSeconds } = mapped.job;
console.log(kind, status, problem ? 'has a problem' : 'has no problem', plan?.name, `${durationSeconds} s`);

for (const { field, from, rule } of explainJob(session)?.fields ?? []) {
  if (field !== 'status' && field !== 'kind') continue;
  console.log(`${field}: ${from.map(({ path, value }) => `${path} = ${value}`).join(', ')}. ${rule}`);
}
