import { isJsonObject, type JobMapper } from '@crossvault/core';
import { createTestContext, makeJob } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { mapRows, toJobContext } from '../index.ts';

/** Makes a job of every row that has an id. */
const mapper: JobMapper = {
  version: 1,
  map(raw, context) {
    const id = isJsonObject(raw.list) ? raw.list['id'] : undefined;
    return typeof id === 'string'
      ? { kind: 'job', record: { key: [id], job: makeJob(context.connection, id), raw, context } }
      : { kind: 'rejected', rejection: { nativeId: null, reason: 'no-readable-id', value: raw.list } };
  },
  explain: () => null,
};
const clock = { now: () => Date.parse('2026-03-02T12:00:00Z'), monotonicMs: () => 0, sleep: async () => undefined };
const context = createTestContext({ connection: 'console', clock });

test('rows become jobs in their order, and other rows are rejected', () => {
  const jobContext = toJobContext(context, 'vault');
  const { records, rejected } = mapRows(mapper, [{ id: 'b' }, { name: 'nameless' }, { id: 'a' }], jobContext);
  expect(records.map(({ key, raw }) => [key, raw])).toEqual([
    [['b'], { list: { id: 'b' } }],
    [['a'], { list: { id: 'a' } }],
  ]);
  expect(records[0]?.context).toEqual({
    connection: 'console',
    list: 'vault',
    observedAt: '2026-03-02T12:00:00.000Z',
  });
  expect(rejected).toEqual([{ nativeId: null, reason: 'no-readable-id', value: { name: 'nameless' } }]);
});

test("the vendor's own extras stand beside what every context has", () => {
  expect(toJobContext(context, 'vault', { jobType: null })).toMatchObject({ list: 'vault', jobType: null });
});
