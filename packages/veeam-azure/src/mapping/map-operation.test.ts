import { toJobId } from '@crossvault/core';
import { expect, test } from 'vitest';
import { toOperation } from './map-operation.ts';

const id = '5f0c2a3e-6b1d-4c8e-9a47-d2e1f0b3c596';
const session = (sessionId: string, status: string) => ({ id: sessionId, type: 'PolicyBackup', status });

test('an id that is a number is read as its digits', () => {
  expect(toOperation({ id: 7, status: 'Success' }, 'ukwest')).toMatchObject({ id: '7', status: 'done' });
});

test('an operation is returned with its reported fields, and null for the others', () => {
  const body = { id, startTime: '2026-03-02T09:15:00.1234567Z', status: 'Running', error: null, result: null };
  expect(toOperation(body, 'ukwest')).toEqual({
    id,
    connection: 'ukwest',
    action: 'unknown',
    target: 'ukwest',
    status: 'running',
    jobs: [],
    outcome: null,
    startedAt: '2026-03-02T09:15:00.123Z',
    endedAt: null,
    retryAfterSeconds: null,
    error: null,
    links: {},
  });
});

test.each([
  ['Pending', 'accepted'],
  ['Running', 'running'],
  ['RunningWithWarning', 'running'],
  ['Canceling', 'running'],
  ['Success', 'done'],
  ['Warning', 'done'],
  ['Error', 'failed'],
  ['Canceled', 'cancelled'],
  ['Unknown', 'unknown'],
  ['Hibernating', 'unknown'],
  [undefined, 'unknown'],
])('%s means %s', (word, status) => {
  expect(toOperation({ id, status: word }, 'ukwest')?.status).toBe(status);
});

test('the sessions that it started are its jobs, one or several, and the worst of them is its outcome', () => {
  const result = [session('14', 'Success'), session('15', 'Warning')];
  expect(toOperation({ id, status: 'Success', result }, 'ukwest')).toMatchObject({
    jobs: [
      { id: toJobId('ukwest', ['14']), status: 'succeeded' },
      { id: toJobId('ukwest', ['15']), status: 'warning' },
    ],
    outcome: 'warning',
  });
  const one = toOperation({ id, status: 'Success', result: session('14', 'Running') }, 'ukwest');
  expect([one?.jobs.length, one?.outcome]).toEqual([1, null]);
});

test('a result that is no session makes no job', () => {
  for (const result of [
    null,
    7,
    'done',
    [],
    [{ id: 'vm' }],
    { results: [session('14', 'Success')] },
    { type: 'x', status: 'y' },
  ])
    expect(toOperation({ id, status: 'Success', result }, 'ukwest')).toMatchObject({ jobs: [], outcome: null });
});

test.each([
  [{ title: 'Failed', detail: 'No access to the subscription.' }, 'No access to the subscription.'],
  [{ title: 'Failed', detail: null }, 'Failed'],
  [{}, 'The appliance returned an error without a message.'],
  ['broken', 'The appliance returned an error that cannot be read.'],
])('the error %j becomes %s', (error, message) => {
  expect(toOperation({ id, status: 'Error', error }, 'ukwest')?.error).toEqual({ code: null, message });
});

test.each([[null], [[]], ['text'], [{}], [{ id: '' }], [{ id: [7] }]])('%j is no operation', (body) => {
  expect(toOperation(body, 'ukwest')).toBeNull();
});
