import { expect, test } from 'vitest';
import { isOver, isSettled, operationStatuses } from './operation.ts';

const job = { id: 'j', status: 'running' } as const;

test.each(operationStatuses)(
  'a request that is %s is settled unless it is under way, and over when it made no job',
  (status) => {
    const isUnderWay = status === 'accepted' || status === 'running';
    expect(isSettled({ status })).toBe(!isUnderWay);
    expect(isOver({ status, jobs: [], outcome: null })).toBe(!isUnderWay);
  },
);

test('a request that is done is not over while its jobs run', () => {
  expect(isOver({ status: 'done', jobs: [job], outcome: null })).toBe(false);
  expect(isOver({ status: 'done', jobs: [job], outcome: 'failed' })).toBe(true);
});

test('a request under way is not over, whatever is known of its jobs', () => {
  expect(isOver({ status: 'running', jobs: [job], outcome: 'succeeded' })).toBe(false);
});
