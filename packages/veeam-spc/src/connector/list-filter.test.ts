import type { JobStatus, ListQuery } from '@crossvault/core';
import { expect, test } from 'vitest';
import { filterByValues, toListFilter } from './list-filter.ts';

const everything: ListQuery = { startedAfter: null, startedBefore: null, status: null };
const after = '2026-03-01T00:00:00.000Z';
const before = '2026-03-02T00:00:00.000Z';
const wordIs = (value: string) => ({ property: 'status', operation: 'equals', collation: 'ignorecase', value });
const parse = (query: Partial<ListQuery>): unknown =>
  JSON.parse(toListFilter({ ...everything, ...query }).text ?? 'null');
const never = wordIs('None');

test('what is not asked for is not sent', () => {
  expect(toListFilter(everything).text).toBeNull();
});

test('bounds and words are requested together, and what never ran beside them', () => {
  expect(parse({ startedAfter: after, startedBefore: before, status: ['failed', 'queued'] })).toEqual([
    {
      operation: 'or',
      items: [
        {
          operation: 'and',
          items: [
            { property: 'lastRun', operation: 'greaterThanOrEqual', value: after },
            { property: 'lastRun', operation: 'lessThanOrEqual', value: before },
            {
              operation: 'or',
              items: [
                'Failed',
                'Starting',
                'WaitingTape',
                'WaitingRepository',
                'Pending',
                'Idle',
                'Enabling',
                'Disabling',
              ].map(wordIs),
            },
          ],
        },
        never,
      ],
    },
  ]);
});

test.each<[readonly JobStatus[]]>([[['unknown']], [['failed', 'unknown']], [['warning']], [['skipped']]])(
  '%j is not decided by words, so all come and the others are surplus',
  (status) => {
    const filter = toListFilter({ ...everything, status });
    expect(filter.text).toBeNull();
    expect(filter.isSurplus({ status: 'succeeded', nativeStatus: 'Success', startedAt: after })).toBe(true);
    const [wanted = 'unknown'] = status;
    expect(filter.isSurplus({ status: wanted, nativeStatus: 'Word', startedAt: after })).toBe(false);
  },
);

test('a row that an ignored filter lets through is no surplus: the engine has to see it', () => {
  const filter = toListFilter({ ...everything, startedAfter: after, status: ['failed'] });
  expect(filter.isSurplus({ status: 'succeeded', nativeStatus: 'Success', startedAt: before })).toBe(false);
  expect(filter.isSurplus({ status: 'failed', nativeStatus: 'Failed', startedAt: '2020-01-01T00:00:00.000Z' })).toBe(
    false,
  );
});

test.each([
  ['2026-02-01T00:00:00.000Z', true],
  ['2026-03-01T12:00:00.000Z', false],
  ['2026-04-01T00:00:00.000Z', true],
  [null, true],
])('the word of a definition beside a run of %j is surplus outside of the bounds: %s', (startedAt, surplus) => {
  const filter = toListFilter({ ...everything, startedAfter: after, startedBefore: before });
  expect(filter.isSurplus({ status: 'unknown', nativeStatus: 'none', startedAt })).toBe(surplus);
});

test('the word of a definition is surplus where other statuses are requested', () => {
  const job = { status: 'unknown', nativeStatus: 'None', startedAt: after } as const;
  expect(toListFilter({ ...everything, status: ['failed'] }).isSurplus(job)).toBe(true);
});

test('an idle job comes for its last result, and is surplus where that is another one', () => {
  const filter = toListFilter({ ...everything, status: ['failed'] });
  expect(filter.isSurplus({ status: 'succeeded', nativeStatus: 'Idle', startedAt: after })).toBe(true);
  expect(filter.isSurplus({ status: 'failed', nativeStatus: 'Idle', startedAt: after })).toBe(false);
  expect(toListFilter({ ...everything, status: ['running'] }).text).not.toContain('Idle');
});

test('values of one property are alternatives', () => {
  expect(JSON.parse(filterByValues('type', ['A', 'B']))).toEqual([
    {
      operation: 'or',
      items: ['A', 'B'].map((value) => ({ property: 'type', operation: 'equals', collation: 'ignorecase', value })),
    },
  ]);
});
