import { type Job, type JobContext, jobSchema, parseJobId } from '@crossvault/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import documented from '../connector/__fixtures__/get-cloud-backup-job.documented.json' with { type: 'json' };
import counted from '../connector/__fixtures__/list-cloud-backup-jobs.count-spelling.json' with { type: 'json' };
import { jobMapper } from './map-job.ts';

const context: JobContext = {
  connection: 'm365',
  list: '',
  observedAt: '2026-01-02T00:00:00.000Z',
  jobType: '1',
};
const row = { ...documented.data };

function mapRow(list: unknown): Job {
  const result = jobMapper.map({ list }, context);
  if (result.kind === 'rejected') throw new Error(`rejected: ${result.rejection.reason}`);
  return result.record.job;
}

test("the vendor's documented job becomes what its page says", () => {
  const result = jobMapper.map({ get: documented.data }, context);
  expect(result).toMatchObject({ kind: 'job', record: { key: ['', 'FB20241015105312327583'] } });
  const job = result.kind === 'job' ? result.record.job : null;
  expect(job).toEqual({
    id: job?.id,
    connection: 'm365',
    vendor: 'avepoint',
    nativeId: 'FB20241015105312327583',
    kind: 'backup',
    nativeKind: null,
    status: 'succeeded',
    nativeStatus: 'Finished',
    ended: true,
    problem: false,
    trigger: 'unknown',
    target: null,
    plan: null,
    startedAt: '2024-12-02T07:52:25.000Z',
    endedAt: '2024-12-02T07:53:04.000Z',
    durationSeconds: 39,
    progressPercent: null,
    sizeBytes: null,
    transferredBytes: null,
    counts: { total: 16, succeeded: 14, failed: 0, skipped: 2 },
    tasks: [],
    errors: [],
    actions: [],
    details: {},
    links: {},
    depth: 'full',
    observedAt: context.observedAt,
    goneAt: null,
    provenance: {
      kind: 'inferred',
      nativeKind: 'unsupported',
      trigger: 'unsupported',
      target: 'unsupported',
      plan: 'missing',
      durationSeconds: 'computed',
      progressPercent: 'unsupported',
      sizeBytes: 'unsupported',
      transferredBytes: 'unsupported',
      tasks: 'unsupported',
      actions: 'unsupported',
      details: 'unsupported',
      links: 'unsupported',
      ended: 'computed',
      problem: 'computed',
    },
    anomalies: [],
    tenant: null,
  });
  expect(parseJobId(job?.id ?? '')).toEqual({ connection: 'm365', key: ['', 'FB20241015105312327583'] });
  expect(jobSchema.safeParse(job).success).toBe(true);
});

test('a row with the other spelling of the counts and with errors is read as whole', () => {
  const job = mapRow(counted.data[0]);
  expect(job).toMatchObject({
    status: 'warning',
    nativeStatus: 'Finished with Exception',
    durationSeconds: 1800,
    counts: { total: 10, succeeded: 8, failed: 1, skipped: 1 },
    depth: 'list',
    anomalies: [],
  });
  expect(job.errors).toEqual([
    {
      code: null,
      message: 'ErrorMailboxLocked',
      recommendation: null,
      helpUrl: 'https://kb.example/locked',
      count: 3,
    },
    { code: null, message: 'Mailbox is locked', recommendation: null, helpUrl: null, count: 1 },
  ]);
});

test('the key is the location that the row was listed with, and the id exactly as the vendor wrote it', () => {
  const result = jobMapper.map({ list: { ...row, id: ' iB2/ä ' } }, { ...context, list: 'NAM' });
  expect(result).toMatchObject({ record: { key: ['NAM', ' iB2/ä '], job: { nativeId: ' iB2/ä ' } } });
});

test('the time in an id is never read', () => {
  expect(mapRow({ ...row, startTime: null })).toMatchObject({
    startedAt: null,
    provenance: { startedAt: 'missing' },
    anomalies: ['start-unknown'],
  });
});

test('a finished job with failed objects is a warning', () => {
  const job = mapRow({
    ...row,
    backupDetails: { totalNumber: 16, failedNumber: 2, successfulNumber: 14, skippedNumber: 0 },
  });
  expect(job).toMatchObject({
    status: 'warning',
    nativeStatus: 'Finished',
    problem: true,
    provenance: { status: 'computed' },
    anomalies: ['succeeded-with-failures'],
  });
});

test('a number for an id is an id', () => {
  expect(mapRow({ ...row, id: 20241015 }).nativeId).toBe('20241015');
});

test.each(['1900-01-01T00:00:00Z', '1970-01-01T00:00:00', '1601-01-01T00:00:00Z', '9999-12-31T23:59:59Z'])(
  'an end at %s is none',
  (finishTime) => {
    const job = mapRow({ ...row, finishTime });
    expect(job).toMatchObject({ endedAt: null, provenance: { endedAt: 'missing' } });
  },
);

test.each<[string, unknown, Partial<Job>]>([
  [
    'a finished job of which every object failed',
    { backupDetails: { totalNumber: 5, failedNumber: 5, successfulNumber: 0, skippedNumber: 0 } },
    { status: 'failed', problem: true, anomalies: ['succeeded-with-failures', 'all-failed'] },
  ],
  [
    'an exception in every object',
    { state: 'Finished with Exception', backupDetails: { totalCount: 5, failedCount: 5 } },
    { status: 'failed', problem: true, anomalies: ['all-failed'] },
  ],
  [
    'a finished job with errors',
    { jobErrors: [{ value: 'Mailbox is locked' }] },
    { status: 'warning', nativeStatus: 'Finished', problem: true, anomalies: ['succeeded-with-errors'] },
  ],
  [
    'a success over nothing',
    { backupDetails: { totalNumber: 0 } },
    { status: 'succeeded', anomalies: ['nothing-protected'] },
  ],
  [
    'a success that skipped everything',
    { backupDetails: { totalNumber: 5, successfulNumber: 0, failedNumber: 0, skippedNumber: 5 } },
    { status: 'succeeded', problem: true, anomalies: ['nothing-protected'] },
  ],
  [
    'a word of no table',
    { state: 'Paused' },
    { status: 'unknown', nativeStatus: 'Paused', anomalies: ['unknown-status'] },
  ],
  ['no word', { state: '' }, { status: 'unknown', nativeStatus: null, anomalies: ['unknown-status'] }],
  ['a number for a word', { state: 2 }, { status: 'unknown', nativeStatus: '2', anomalies: ['unknown-status'] }],
  ['a list for a word', { state: [2] }, { status: 'unknown', anomalies: ['unreadable-value', 'unknown-status'] }],
  [
    'counts that are too many',
    { backupDetails: { totalNumber: 1, successfulNumber: 2 } },
    { anomalies: ['counts-disagree'] },
  ],
  [
    'two spellings that differ',
    { backupDetails: { totalNumber: 16, totalCount: 17 } },
    { anomalies: ['counts-disagree'] },
  ],
  ['no counts', { backupDetails: null }, { counts: null, anomalies: [] }],
  ['empty counts', { backupDetails: {} }, { counts: null, anomalies: [] }],
  [
    'counts as text',
    { backupDetails: { totalCount: '3' } },
    { counts: { total: 3, succeeded: null, failed: null, skipped: null } },
  ],
  ['unreadable counts', { backupDetails: 'many' }, { counts: null, anomalies: ['unreadable-value'] }],
  [
    'one unreadable count',
    { backupDetails: { totalNumber: 3, failedNumber: -1 } },
    { counts: { total: 3, succeeded: null, failed: null, skipped: null }, anomalies: ['unreadable-value'] },
  ],
  ['a duration within its rounding', { duration: '0.0118' }, { anomalies: [] }],
  ['a duration beyond its rounding', { duration: '0.012' }, { durationSeconds: 39, anomalies: ['duration-disagrees'] }],
  [
    'an unreadable duration of a failed job',
    { state: 'Failed', duration: 'long', backupDetails: null },
    { status: 'failed', durationSeconds: 39, anomalies: ['unreadable-value'] },
  ],
  [
    'an unreadable duration without times',
    { duration: 'long', startTime: null, finishTime: null },
    { durationSeconds: null, anomalies: ['unreadable-value', 'ended-without-end-time', 'start-unknown'] },
  ],
  [
    'an end before the start',
    { finishTime: '2024-12-02T07:00:00Z' },
    { durationSeconds: null, anomalies: ['ended-before-start'] },
  ],
  ['a start without zone', { startTime: '2024-12-02T07:52:25' }, { startedAt: '2024-12-02T07:52:25.000Z' }],
  [
    'a start that is no time',
    { startTime: 'yesterday' },
    { startedAt: null, anomalies: ['unreadable-value', 'start-unknown'] },
  ],
  [
    'an empty end',
    { state: 'In Progress', finishTime: '', duration: '' },
    { status: 'running', endedAt: null, durationSeconds: null, ended: false, anomalies: [] },
  ],
  ['the end of year 1', { state: 'In Progress', finishTime: '0001-01-01T00:00:00Z' }, { endedAt: null, anomalies: [] }],
  [
    'a job in the queue',
    { state: 'Not started', startTime: null, finishTime: null, duration: null },
    { status: 'queued', anomalies: [] },
  ],
  [
    'errors while running',
    { state: 'In Progress', finishTime: null, jobErrors: [{ value: 'locked' }] },
    { problem: true },
  ],
])('%s is shown as it is', (_name, change, expected) => {
  const job = mapRow({ ...row, ...(change as object) });
  expect(job).toMatchObject(expected);
  expect(jobSchema.safeParse(job).success).toBe(true);
});

test.each<[string, unknown, unknown, string | undefined]>([
  ['absent', undefined, [], 'missing'],
  ['null', null, [], 'missing'],
  ['no array', { value: 'x' }, [], 'unreadable'],
  ['an entry that is no object', ['x', { value: 'y' }], [{ code: null, message: 'y', count: 1 }], 'unreadable'],
  ['a code without its flag', [{ value: 'E1', number: 2 }], [{ code: null, message: 'E1', count: 2 }], undefined],
  [
    'a text with the flag of a code',
    [{ isErrorCode: true, value: 'Mailbox is locked' }],
    [{ code: null, message: 'Mailbox is locked' }],
    undefined,
  ],
  [
    'one error twice',
    [{ value: 'E1', number: 2 }, { value: 'E2' }, { value: 'E1', number: 3 }],
    [
      { message: 'E1', count: 5 },
      { message: 'E2', count: 1 },
    ],
    undefined,
  ],
  ['no text', [{ url: 'https://kb.example' }], [{ message: '', helpUrl: 'https://kb.example' }], undefined],
  ['an unreadable count', [{ value: 'E1', number: 'often' }], [{ message: 'E1', count: 1 }], 'unreadable'],
  ['a count of none', [{ value: 'E1', number: '0' }], [{ message: 'E1', count: 1 }], undefined],
])('jobErrors: %s', (_name, jobErrors, expected, provenance) => {
  const job = mapRow({ ...row, jobErrors });
  expect(job.errors).toMatchObject(expected as object);
  expect(job.provenance['errors']).toBe(provenance);
  expect(jobSchema.safeParse(job).success).toBe(true);
});

test.each<[unknown, string, string | null]>([
  ['a text', 'not-an-object', null],
  [null, 'not-an-object', null],
  [[row], 'not-an-object', null],
  [{ ...row, id: undefined }, 'no-readable-id', null],
  [{ ...row, id: '' }, 'no-readable-id', null],
  [{ ...row, id: '  ' }, 'no-readable-id', null],
  [{ ...row, id: [20241015] }, 'no-readable-id', null],
])('%j is rejected', (value, reason, nativeId) => {
  expect(jobMapper.map({ list: value }, context)).toEqual({ kind: 'rejected', rejection: { nativeId, reason, value } });
  expect(jobMapper.explain({ list: value }, context)).toBeNull();
});

test.each([
  { get: documented.data },
  { list: documented.data },
  { list: counted.data[0] },
  { list: { ...row, state: 5 } },
])('what explains is what maps', (raw) => {
  const mapped = jobMapper.map(raw, context);
  const explained = jobMapper.explain(raw, context);
  const job = mapped.kind === 'job' ? mapped.record.job : null;
  expect(Object.fromEntries(explained?.fields.map(({ field, value }) => [field, value]) ?? [])).toEqual(
    Object.fromEntries(Object.entries(job ?? {})),
  );
  expect(explained?.fields.find(({ field }) => field === 'kind')?.from).toEqual([
    { path: 'context.jobType', value: '1' },
  ]);
  expect(explained?.fields.find(({ field }) => field === 'startedAt')?.from[0]?.value).toBe(
    (raw.get ?? raw.list)?.startTime,
  );
});

const field = fc.oneof(
  fc.anything(),
  fc.string(),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
);
const wildRow = fc.record(
  {
    id: fc.oneof(fc.string(), fc.anything()),
    state: field,
    startTime: field,
    finishTime: field,
    duration: field,
    backupDetails: fc.oneof(field, fc.record({ totalNumber: field, failedCount: field })),
    jobErrors: fc.oneof(
      field,
      fc.array(fc.oneof(field, fc.record({ isErrorCode: field, value: field, number: field }))),
    ),
  },
  { requiredKeys: [] },
);

test('any answer becomes a valid job or a rejection, and never an exception', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), wildRow), fc.option(fc.string()), (answer, jobType) => {
      const result = jobMapper.map({ list: answer }, { ...context, jobType });
      jobMapper.explain({ list: answer }, { ...context, jobType });
      if (result.kind === 'job') jobSchema.parse(result.record.job);
    }),
    { numRuns: 2000 },
  );
});

test('a backup has the plan of the service whose list holds it; one that none holds, or was not looked for, has none', () => {
  const planOf = (service: string | null | undefined) => {
    const stamps = service === undefined ? {} : { service };
    const result = jobMapper.map({ list: row }, { ...context, ...stamps });
    return result.kind === 'job' ? [result.record.job.plan, result.record.job.provenance['plan']] : null;
  };
  expect(planOf('0')).toEqual([{ id: '0', name: 'Exchange Online', nextRunAt: null }, 'inferred']);
  expect(planOf('99')).toEqual([{ id: '99', name: 'Service 99', nextRunAt: null }, 'inferred']);
  for (const none of ['none', '', null, undefined]) expect(planOf(none)).toEqual([null, 'missing']);
});
