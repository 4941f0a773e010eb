import { type Job, type JobContext, type JobRecord, type JobStatus, jobSchema } from '@crossvault/core';
import { describe, expect, test } from 'vitest';
import serverAnswer from '../connector/__fixtures__/get-server-job.example-spelling.json' with { type: 'json' };
import agentJobs from '../connector/__fixtures__/list-agent-jobs-v3.two.json' with { type: 'json' };
import { neverRan } from './job-answer.ts';
import { jobMapper } from './map-job.ts';

const [agentJob, notStarted] = agentJobs.data;
const serverJob = serverAnswer.data;
const observed = { connection: 'console', list: 'jobs', observedAt: '2026-03-02T12:00:00.000Z' };
const agentId = agentJob?.backupAgentUid ?? '';
const ofAgent: JobContext = { ...observed, agent: agentId, agentName: 'srv-mail-02' };
const ofServer: JobContext = { ...observed, family: 'server', server: serverJob.backupServerUid };

function recordOf(list: unknown, context: JobContext): JobRecord {
  const result = jobMapper.map({ list }, context);
  if (result.kind === 'rejected') throw new Error(`rejected: ${result.rejection.reason}`);
  return result.record;
}
const agentJobWith = (change: object, extra: object = {}): Job =>
  recordOf({ ...agentJob, ...change }, { ...ofAgent, ...extra }).job;
const serverJobWith = (change: object): Job => recordOf({ ...serverJob, ...change }, ofServer).job;

test("an agent's job of v3 becomes exactly this", () => {
  const { job, key } = recordOf(agentJob, ofAgent);
  expect(key).toEqual([agentId.toLowerCase(), '1b5e3a52-7b0d-4c36-9f53-5c6a1f0e7a11', '', '2026-03-02T06:30:05.123Z']);
  expect(job).toEqual({
    id: job.id,
    connection: 'console',
    vendor: 'veeam-spc',
    nativeId: '1B5E3A52-7B0D-4C36-9F53-5C6A1F0E7A11',
    kind: 'backup',
    nativeKind: null,
    status: 'failed',
    nativeStatus: 'Failed',
    ended: true,
    problem: true,
    trigger: 'unknown',
    target: { type: 'server', id: agentId, name: 'srv-mail-02' },
    plan: { id: '1B5E3A52-7B0D-4C36-9F53-5C6A1F0E7A11', name: 'Nightly', nextRunAt: '2026-03-03T06:30:00.000Z' },
    startedAt: '2026-03-02T06:30:05.123Z',
    endedAt: '2026-03-02T06:42:05.999Z',
    durationSeconds: 720.876,
    progressPercent: null,
    sizeBytes: null,
    transferredBytes: null,
    counts: null,
    tasks: [],
    errors: [
      {
        code: null,
        message: 'Failed to open the file.\r\nThe disk is full.',
        recommendation: null,
        helpUrl: null,
        count: 1,
      },
    ],
    actions: [],
    details: {
      backupMode: 'Volume',
      scheduleType: 'Daily',
      systemType: 'Linux',
      scheduleDisplayName: 'Daily',
      targetType: 'LocalFolder',
      destination: '/mnt/backup',
      isEnabled: 'true',
      avgDuration: '700',
      restorePoints: '7',
      freeSpace: '0',
      lastModifiedDate: '2026-01-15T09:00:00.0000000-07:00',
      lastModifiedBy: 'acme\\admin',
      backupPolicyAssignStatus: 'Unassigned',
      organizationUid: '7A3C9C0E-5D0B-4B7E-9B57-3C58F9D1E033',
      configUid: '5A1D1F6C-9D7A-4C0B-8A53-6F5E4D3C2B44',
      originalUid: '90D8B4B0-1C5C-4E19-8A2E-1C4C6E6F8B22',
    },
    links: {},
    depth: 'list',
    observedAt: observed.observedAt,
    goneAt: null,
    provenance: {
      kind: 'inferred',
      nativeKind: 'unsupported',
      trigger: 'unsupported',
      durationSeconds: 'computed',
      progressPercent: 'unsupported',
      sizeBytes: 'unsupported',
      transferredBytes: 'unsupported',
      counts: 'unsupported',
      tasks: 'unsupported',
      actions: 'computed',
      links: 'unsupported',
      ended: 'computed',
      problem: 'computed',
    },
    anomalies: [],
    tenant: null,
  });
  expect(jobSchema.parse(job)).toEqual(job);
});

test("a backup server's job in the spelling of the example reports its objects and what was moved", () => {
  const { job, key } = recordOf(serverJob, ofServer);
  expect(key).toEqual([
    `server:${serverJob.backupServerUid.toLowerCase()}`,
    serverJob.instanceUid.toLowerCase(),
    '',
    '2026-03-01T17:35:28.000Z',
  ]);
  expect(job).toMatchObject({
    nativeId: serverJob.instanceUid,
    kind: 'backup',
    nativeKind: 'BackupVm',
    status: 'warning',
    target: null,
    startedAt: '2026-03-01T17:35:28.000Z',
    endedAt: '2026-03-01T17:40:56.000Z',
    durationSeconds: 328,
    transferredBytes: 1052,
    tasks: [
      { name: 'web-1', status: 'succeeded', nativeStatus: 'Success', durationSeconds: 150.5 },
      { name: 'web-2', status: 'warning', startedAt: '2026-03-01T17:36:00.000Z', endedAt: '2026-03-01T17:40:50.000Z' },
    ],
    errors: [{ message: 'Change tracking is off.\r\nAll blocks were read.', count: 1 }],
    actions: ['retry'],
    details: { scheduleType: 'Periodically', retentionLimit: '14', processingRate: '17.5', isGfsOptionEnabled: 'true' },
    provenance: { target: 'missing', actions: 'computed' },
    anomalies: [],
  });
  expect(jobSchema.parse(job)).toEqual(job);
});

test.each<[string, JobStatus]>([
  ['Success', 'succeeded'],
  ['success', 'succeeded'],
  ['Warning', 'warning'],
  ['Failed', 'failed'],
  ['Running', 'running'],
  ['Starting', 'queued'],
  ['waitingTape', 'queued'],
  ['WaitingRepository', 'queued'],
  ['Stopping', 'cancelling'],
  ['Idle', 'unknown'],
  ['Enabling', 'unknown'],
  ['Disabling', 'unknown'],
  ['None', 'unknown'],
  ['Levitating', 'unknown'],
])("a backup server's job with the word %j is %s", (word, status) => {
  const job = serverJobWith({ status: word, lastSessionTasks: [] });
  const isOpen = ['queued', 'running', 'cancelling'].includes(status);
  expect(job).toMatchObject({ status, nativeStatus: word, ended: !isOpen });
  expect(job.endedAt).toBe(isOpen ? null : '2026-03-01T17:40:56.000Z');
  const canRetry = status === 'failed' || status === 'warning';
  expect(job.actions).toEqual(isOpen ? ['cancel'] : canRetry ? ['retry'] : []);
});

describe('the last run of an idle job', () => {
  const [task] = serverJob.lastSessionTasks;
  const objects = (...words: readonly string[]) => words.map((status) => ({ ...task, status }));

  test.each<[object, JobStatus]>([
    [{ lastSessionTasks: objects('Success', 'Success') }, 'succeeded'],
    [{ lastSessionTasks: objects('Success', 'Warning') }, 'warning'],
    [{ lastSessionTasks: objects('Warning', 'failed', 'Success') }, 'failed'],
    [{ lastSessionTasks: objects('Success', 'Running') }, 'unknown'],
    [{ lastSessionTasks: objects('Success', 'Levitating') }, 'unknown'],
    [{ lastSessionTasks: [...objects('Success'), 7] }, 'unknown'],
    [{ lastSessionTasks: [], failureMessage: 'Out of space.' }, 'failed'],
    [{ lastSessionTasks: null, failureMessage: '' }, 'unknown'],
  ])('follows from %j: %s', (change, status) => {
    for (const word of ['Idle', 'Disabling', 'none']) {
      const job = serverJobWith({ status: word, ...change });
      expect(job).toMatchObject({ status, nativeStatus: word, ended: true, endedAt: '2026-03-01T17:40:56.000Z' });
      expect(job.problem).toBe(status !== 'succeeded');
    }
  });

  test('is not reported by the objects where the word itself is not known', () => {
    expect(serverJobWith({ status: 'Levitating', lastSessionTasks: objects('Success') }).status).toBe('unknown');
  });

  test('may be tried again where it failed', () => {
    expect(serverJobWith({ status: 'Idle', lastSessionTasks: objects('Failed') }).actions).toEqual(['retry']);
  });
});

test('an end in 1900 is null', () => {
  const job = agentJobWith({ status: 'Success', failureMessage: null, lastEndTime: '1900-01-01T00:00:00Z' });
  expect(job).toMatchObject({ endedAt: '2026-03-02T06:42:05.123Z', provenance: { endedAt: 'computed' } });
});

test('a success beside a failure message is a warning that says so', () => {
  expect(agentJobWith({ status: 'Success' })).toMatchObject({
    status: 'warning',
    problem: true,
    anomalies: ['succeeded-with-errors'],
  });
});

describe('the end', () => {
  test('of an open run is null, even if the field has the end of the previous run', () => {
    const lastEndTime = '2026-02-28T23:42:05.0000000-07:00';
    expect(agentJobWith({ status: 'Running', lastEndTime })).toMatchObject({ endedAt: null, durationSeconds: null });
  });

  test('is computed from the duration where none is reported, as in v2', () => {
    const job = agentJobWith({ lastEndTime: null });
    expect(job).toMatchObject({ endedAt: '2026-03-02T06:42:05.123Z', provenance: { endedAt: 'computed' } });
    expect(agentJobWith({ status: 'Unknown', lastEndTime: null }).endedAt).toBeNull();
  });

  test('before the start belongs to the run before, unless the word is an end: then it is a contradiction', () => {
    const lastEndTime = '2026-02-28T23:42:05.0000000-07:00';
    expect(agentJobWith({ status: 'Unknown', lastEndTime })).toMatchObject({ endedAt: null, ended: false });
    expect(agentJobWith({ lastEndTime }).anomalies).toEqual(['ended-before-start']);
  });

  test('that cannot be read is marked', () => {
    expect(agentJobWith({ lastEndTime: 'tonight' })).toMatchObject({
      endedAt: null,
      provenance: { endedAt: 'unreadable' },
    });
  });

  test('that disagrees with the duration by more than its rounding is shown', () => {
    expect(agentJobWith({ lastDuration: 719 }).anomalies).toEqual(['duration-disagrees']);
    expect(agentJobWith({ lastDuration: 721 }).anomalies).toEqual([]);
  });
});

test('an open run over a last run that is known to have ended is the next one', () => {
  const { job, key } = recordOf(
    { ...agentJob, status: 'Running' },
    { ...ofAgent, endedRun: '2026-03-02T06:30:05.123Z' },
  );
  expect(key.slice(2)).toEqual(['', 'after', '2026-03-02T06:30:05.123Z']);
  expect(job).toMatchObject({ startedAt: null, endedAt: null, anomalies: ['start-unknown'] });
});

describe('the target of a job of a backup server', () => {
  const [task] = serverJob.lastSessionTasks;

  test.each([
    ['BackupVm', 'vm'],
    ['ReplicationVM', 'vm'],
    ['BackupFile', 'other'],
  ])('of type %s is its only object, as %s', (type, targetType) => {
    const job = serverJobWith({ type, lastSessionTasks: [task] });
    expect(job.target).toEqual({ type: targetType, id: task?.objectUid, name: 'web-1' });
    expect(job.provenance['target']).toBe('computed');
  });

  test.each([[[]], [null], [undefined], [[{ status: 'Success' }]]])(
    'is none for the objects %j',
    (lastSessionTasks) => {
      expect(serverJobWith({ lastSessionTasks })).toMatchObject({ target: null, provenance: { target: 'missing' } });
    },
  );
});

describe('the objects of a session', () => {
  const [task] = serverJob.lastSessionTasks;

  test('that failed make a success a warning, which may not be retried as one', () => {
    const lastSessionTasks = [{ ...task, status: 'Failed', failureMessages: ['Out of space.', 'Out of space.'] }];
    expect(serverJobWith({ status: 'Success', lastSessionTasks })).toMatchObject({
      status: 'warning',
      nativeStatus: 'Success',
      problem: true,
      actions: [],
      errors: [{ message: 'Out of space.', count: 2 }],
      anomalies: ['succeeded-with-failures', 'succeeded-with-errors'],
    });
  });

  test('that have not begun are queued, and have no times', () => {
    const [pending] = serverJobWith({
      status: 'Running',
      lastSessionTasks: [{ objectName: 'web-3', status: 'Pending', startTime: null }],
    }).tasks;
    expect(pending).toEqual({
      name: 'web-3',
      status: 'queued',
      nativeStatus: 'Pending',
      startedAt: null,
      endedAt: null,
      durationSeconds: null,
      progressPercent: null,
    });
  });

  test.each<[unknown, readonly string[]]>([
    ['several', ['errors', 'tasks']],
    [
      [7, task],
      ['errors', 'tasks'],
    ],
    [[{ ...task, startTime: 'soon' }], ['tasks']],
    [[{ ...task, failureMessages: 'No.' }], ['errors']],
    [[{ ...task, failureMessages: [[7]] }], ['errors']],
  ])('that cannot be read (%j) cost what they report and no more', (lastSessionTasks, fields) => {
    const job = serverJobWith({ lastSessionTasks });
    const marked = Object.entries(job.provenance).filter(([, kind]) => kind === 'unreadable');
    expect(marked.map(([name]) => name).toSorted()).toEqual(fields);
    expect(job.anomalies).toContain('unreadable-value');
  });
});

test.each([
  ['an agent', ofAgent, null],
  ['a backup server', ofServer, 1052],
])('transferred bytes are reported for a job of %s only where they are unambiguous', (_owner, context, bytes) => {
  expect(recordOf({ ...serverJob, backupAgentUid: agentId }, context).job.transferredBytes).toBe(bytes);
});

test('a job that does not say its agent is listed all the same', () => {
  const { job, key } = recordOf(agentJob, observed);
  expect(key[0]).toBe('');
  expect(job.target).toEqual({ type: 'server', id: null, name: null });
});

test.each([null, '0001-01-01T00:00:00', '0001-01-01T00:00:00.0000000+03:00', undefined])(
  'a definition with the last run %j never ran',
  (lastRun) => {
    expect(neverRan({ ...notStarted, lastRun })).toBe(true);
    expect(neverRan({ ...serverJob, lastRun })).toBe(true);
  },
);

test.each([
  ["an agent's job", agentJob, ofAgent],
  ["a backup server's job", serverJob, ofServer],
])('%s is explained field by field, equal to the job', (_case, list, context) => {
  const { job } = recordOf(list, context);
  const explanation = jobMapper.explain({ list }, context);
  expect(explanation?.fields.map(({ field, value }) => [field, value])).toEqual(Object.entries(job));
  expect(explanation?.fields.find(({ field }) => field === 'status')?.from).toContainEqual({
    path: 'status',
    value: job.nativeStatus,
  });
});
