import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  asRead,
  defineJobMapper,
  defineWords,
  isJsonObject,
  type Job,
  type JobContext,
  type JobRaw,
  type JobStatus,
  jobSchema,
  missing,
  notReported,
  parseJobId,
  readCount,
  readDuration,
  readInstant,
  readText,
  readWord,
  tolerant,
} from '../index.ts';

const wire = z.object({
  id: tolerant(z.string()),
  state: tolerant(z.string()),
  begin: tolerant(z.string()),
  end: tolerant(z.string()),
  seconds: tolerant(z.union([z.string(), z.number()])),
  total: tolerant(z.number()),
  done: tolerant(z.number()),
  broken: tolerant(z.number()),
  left: tolerant(z.number()),
});
const words = defineWords<JobStatus>({
  queued: ['Waiting'],
  running: ['Running', 'Limping'],
  succeeded: ['Done'],
  warning: ['Meh'],
  failed: ['Broken'],
  cancelled: ['Given up'],
});

/** A made-up vendor, as small as one can be. */
const mapper = defineJobMapper<z.output<typeof wire>>({
  vendor: 'made-up',
  version: 3,
  durationToleranceSeconds: 1,
  rules: {
    nativeId: { from: ['id'], rule: 'The id.', read: ({ id }) => asRead(typeof id === 'string' ? id : '') },
    kind: { from: [], rule: 'Always a backup.', read: () => asRead('backup') },
    nativeKind: notReported(null),
    status: {
      from: ['state'],
      rule: 'By the table.',
      read: ({ state }) => ({
        ...readWord(state, words.lookup, 'unknown'),
        ...(state === 'Limping' ? { troubled: true } : {}),
      }),
    },
    nativeStatus: { from: ['state'], rule: 'As it came.', read: ({ state }) => readText(state) },
    trigger: notReported('unknown'),
    target: notReported(null),
    plan: notReported(null),
    startedAt: { from: ['begin'], rule: 'The begin.', read: ({ begin }) => readInstant(begin) },
    endedAt: { from: ['end'], rule: 'The end.', read: ({ end }) => readInstant(end) },
    durationSeconds: { from: ['seconds'], rule: 'Seconds.', read: ({ seconds }) => readDuration(seconds, 'seconds') },
    progressPercent: notReported(null),
    sizeBytes: notReported(null),
    transferredBytes: notReported(null),
    counts: {
      from: ['total', 'done', 'broken', 'left'],
      rule: 'As counted.',
      read: ({ total, done, broken, left }) =>
        total === undefined
          ? missing(null)
          : asRead({
              total: readCount(total).value,
              succeeded: readCount(done).value,
              failed: readCount(broken).value,
              skipped: readCount(left).value,
            }),
    },
    tasks: notReported([]),
    errors: notReported([]),
    actions: notReported([]),
    details: notReported({}),
    links: notReported({}),
  },
  parse(raw) {
    const answer = raw.get ?? raw.list;
    if (!isJsonObject(answer)) return { kind: 'rejected', nativeId: null, reason: 'not-an-object' };
    const input = wire.parse(answer);
    if (typeof input.id !== 'string') return { kind: 'rejected', nativeId: null, reason: 'no-readable-id' };
    return { kind: 'input', input, key: [input.id] };
  },
});
const context: JobContext = { connection: 'here', list: 'all', observedAt: '2026-01-02T00:00:00.000Z' };
const span = { begin: '2026-01-01T00:00:00Z', end: '2026-01-01T00:01:30.5Z' };

function map(row: object, raw: Partial<JobRaw> = {}): Job {
  const result = mapper.map({ list: { id: 'a', ...row }, ...raw }, context);
  if (result.kind === 'rejected') throw new Error(result.rejection.reason);
  return result.record.job;
}

describe('what follows from what was read', () => {
  test.each<[string, object, Partial<Job>]>([
    [
      'the duration is end minus start',
      { state: 'Done', ...span },
      { durationSeconds: 90.5, ended: true, problem: false, anomalies: [] },
    ],
    [
      'an open job has no duration',
      { state: 'Running', begin: span.begin, seconds: 5 },
      { durationSeconds: null, ended: false },
    ],
    [
      'without an end the vendor’s own duration counts',
      { state: 'Done', begin: span.begin, seconds: 5 },
      { durationSeconds: 5, anomalies: ['ended-without-end-time'] },
    ],
    [
      'another duration than end minus start is named',
      { state: 'Done', ...span, seconds: 100 },
      { durationSeconds: 90.5, anomalies: ['duration-disagrees'] },
    ],
    ['a difference within the rounding is none', { state: 'Done', ...span, seconds: 91 }, { anomalies: [] }],
    [
      'a success beside failures is a warning',
      { state: 'Done', ...span, total: 3, done: 2, broken: 1, left: 0 },
      { status: 'warning', problem: true, anomalies: ['succeeded-with-failures'] },
    ],
    [
      'a success over nothing stays one, and is a problem',
      { state: 'Done', ...span, total: 0 },
      { status: 'succeeded', problem: true, anomalies: ['nothing-protected'] },
    ],
    [
      'a failure without failed objects is named',
      { state: 'Broken', ...span, total: 2, done: 2, broken: 0, left: 0 },
      { status: 'failed', anomalies: ['failed-without-failures'] },
    ],
    [
      'counts that do not add up are named',
      { state: 'Done', ...span, total: 5, done: 2, broken: 0, left: 0 },
      { anomalies: ['counts-disagree'] },
    ],
    [
      'an end before the start is named, and gives no duration',
      { state: 'Done', begin: span.end, end: span.begin },
      { durationSeconds: null, anomalies: ['ended-before-start'] },
    ],
    [
      'a start in the future is named',
      { state: 'Running', begin: '2026-01-02T00:06:00Z' },
      { anomalies: ['future-start'] },
    ],
    [
      'an unknown word stays unknown',
      { state: 'Hibernating', ...span },
      { status: 'unknown', nativeStatus: 'Hibernating', ended: true, problem: true, anomalies: ['unknown-status'] },
    ],
    [
      'an unknown word without an end is not over',
      { state: 'Hibernating', begin: span.begin },
      { status: 'unknown', ended: false, problem: true },
    ],
    ['no status is no success', { ...span }, { status: 'unknown', nativeStatus: null }],
    [
      'a running job in trouble is a problem',
      { state: 'Limping', begin: span.begin },
      { status: 'running', problem: true },
    ],
    [
      'a queued job without a start is nothing strange',
      { state: 'Waiting' },
      { status: 'queued', startedAt: null, problem: false, anomalies: [] },
    ],
    ['a running job without a start is', { state: 'Running' }, { startedAt: null, anomalies: ['start-unknown'] }],
    [
      'an unreadable value costs that value',
      { state: 'Broken', ...span, seconds: 'soon' },
      { status: 'failed', durationSeconds: 90.5, anomalies: ['unreadable-value'] },
    ],
    [
      'a value of another type too',
      { state: [7], ...span },
      { status: 'unknown', anomalies: ['unreadable-value', 'unknown-status'] },
    ],
  ])('%s', (_name, row, expected) => {
    expect(map(row)).toMatchObject(expected);
  });

  test('provenance tells why a field is what it is', () => {
    expect(map({ state: 'Broken', begin: 'soon', end: span.end }).provenance).toMatchObject({
      startedAt: 'unreadable',
      durationSeconds: 'missing',
      target: 'unsupported',
      ended: 'computed',
    });
    expect(map({ state: 'Done', begin: '2026-01-01T00:00:00' }).provenance).toMatchObject({ startedAt: 'inferred' });
  });

  test('a single get outranks the list row, and says so by its depth', () => {
    const job = map({ state: 'Running' }, { get: { id: 'a', state: 'Done', ...span } });
    expect(job).toMatchObject({ status: 'succeeded', depth: 'full' });
    expect(map({ state: 'Done' }).depth).toBe('list');
  });
});

describe('any JSON in, a job or a rejection out', () => {
  property.prop({ list: fc.anything(), get: fc.anything(), log: fc.anything() })('never an exception', (raw) => {
    const result = mapper.map(raw, context);
    if (result.kind === 'job') expect(jobSchema.safeParse(result.record.job).error).toBeUndefined();
    expect(mapper.explain(raw, context) === null).toBe(result.kind === 'rejected');
  });

  property.prop({
    row: fc.record(
      {
        state: fc.string(),
        begin: fc.string(),
        seconds: fc.oneof(fc.string(), fc.double()),
        total: fc.nat(),
        broken: fc.nat(),
      },
      { requiredKeys: [] },
    ),
  })('what explain shows is what the job is', ({ row }) => {
    const raw = { list: { id: 'a', ...row } };
    const explanation = mapper.explain(raw, context);
    const fields = Object.fromEntries(explanation?.fields.map(({ field, value }) => [field, value]) ?? []);
    expect(fields).toEqual(map(row));
  });

  test('a record without an id is set aside with its value', () => {
    expect(mapper.map({ list: { state: 'Done' } }, context)).toEqual({
      kind: 'rejected',
      rejection: { nativeId: null, reason: 'no-readable-id', value: { state: 'Done' } },
    });
  });

  test('a record whose id would be longer than is read back is set aside, and the longest that is not is found again', () => {
    const longest = 'x'.repeat(3061);
    const result = mapper.map({ list: { id: longest } }, context);
    const { job, key } = result.kind === 'job' ? result.record : { job: null, key: null };
    expect(job?.id).toHaveLength(4096);
    expect(parseJobId(job?.id ?? '')).toEqual({ connection: 'here', key });
    expect(mapper.map({ list: { id: `${longest}x` } }, context)).toMatchObject({
      kind: 'rejected',
      rejection: { reason: 'no-readable-id' },
    });
  });

  test('explain shows the vendor’s own values beside the rule', () => {
    const status = mapper
      .explain({ list: { id: 'a', state: 'Done' } }, context)
      ?.fields.find(({ field }) => field === 'status');
    expect(status).toMatchObject({ from: [{ path: 'state', value: 'Done' }], value: 'succeeded' });
    expect(status?.rule).toMatch(/^By the table\. A success beside failed objects/);
  });
});
