import { expect, test } from 'vitest';
import { makeJob } from '../testing/make-job.ts';
import type { JobMapper } from './job-mapper.ts';
import { createPayloadMapper } from './map-payload.ts';

/** Returns what it was given as the details of a job; null is no job. */
const mapper: JobMapper = {
  version: 1,
  map(raw, context) {
    if (raw.list === null) {
      return { kind: 'rejected', rejection: { nativeId: 'n-7', reason: 'no-readable-id', value: raw.list } };
    }
    const job = makeJob({ details: { raw: JSON.stringify(raw), context: JSON.stringify(context) } });
    return { kind: 'job', record: { key: ['n-1'], job, raw, context } };
  },
  explain: (raw, { connection, list }) =>
    raw.list === null
      ? null
      : { id: String(raw.list), connection, vendor: list, mapperVersion: 1, fields: [], anomalies: [] },
};
const payloads = createPayloadMapper(mapper, { vendor: 'acme', list: 'all', extras: { agent: 'a-1' } });

function seenBy(options: Parameters<typeof payloads.map>[1]) {
  const mapped = payloads.map('row', options);
  if (mapped.kind === 'rejected') throw new Error(mapped.reason);
  const { raw, context } = mapped.job.details;
  return { raw: JSON.parse(raw ?? ''), context: JSON.parse(context ?? '') };
}

test("a row alone is mapped as the list's, for a connection that is named like the vendor", () => {
  const { raw, context } = seenBy({ observedAt: '2026-03-02T12:00:00.000Z' });
  expect(raw).toEqual({ list: 'row' });
  expect(context).toEqual({ connection: 'acme', list: 'all', observedAt: '2026-03-02T12:00:00.000Z', agent: 'a-1' });
});

test('without an instant the payload counts as read just now', () => {
  const before = new Date().toISOString();
  const { observedAt } = seenBy({}).context;
  expect(observedAt >= before && observedAt <= new Date().toISOString()).toBe(true);
});

test('detail and log are handed to the rules with the row', () => {
  expect(seenBy({ detail: 'detail', log: 'log' }).raw).toEqual({ list: 'row', get: 'detail', log: 'log' });
});

test('a payload that is no job is rejected with its reason, and is not explained', () => {
  expect(payloads.map(null)).toEqual({ kind: 'rejected', reason: 'no-readable-id', nativeId: 'n-7' });
  expect(payloads.explain(null)).toBeNull();
});

test('a payload is explained for the connection that is named', () => {
  expect(payloads.explain('row', { connection: 'here' })).toMatchObject({ id: 'row', connection: 'here' });
});
