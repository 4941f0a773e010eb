import { expect, test } from 'vitest';
import { isSameJob, isSameKey, parseJobKey, readId, toJobKey } from './key.ts';

const started = { key: ['2018-12-07T08:30:00.767Z'], startedAt: { value: '2018-12-07T08:30:00.767Z' } };
const zeros = '00000000-0000-0000-0000-000000000000';

test('a key is agent and job in lower case, an empty name and the run', () => {
  expect(toJobKey({ family: 'agent', id: 'CC52' }, '4610EB17', 'Nightly', started)).toEqual([
    'cc52',
    '4610eb17',
    '',
    '2018-12-07T08:30:00.767Z',
  ]);
});

test('only an id of zeros takes the name into the key, exactly as the vendor wrote it', () => {
  const agent = { family: 'agent', id: 'cc52' } as const;
  expect(toJobKey(agent, zeros, 'Nightly', started)).toEqual(['cc52', zeros, 'Nightly', '2018-12-07T08:30:00.767Z']);
  expect(toJobKey(agent, zeros, null, started)[2]).toBe('');
});

test("a backup server's job says in its key that it is one", () => {
  const key = toJobKey({ family: 'server', id: 'DF99' }, 'ED75', 'Nightly', started);
  expect(key).toEqual(['server:df99', 'ed75', '', '2018-12-07T08:30:00.767Z']);
  expect(parseJobKey(key)).toEqual({ family: 'server', ownerId: 'df99', jobId: 'ed75', endedRun: null });
});

test('a key is read back', () => {
  expect(parseJobKey(['cc52', '4610', '', 'unread'])).toEqual({
    family: 'agent',
    ownerId: 'cc52',
    jobId: '4610',
    endedRun: null,
  });
  expect(parseJobKey(['', '4610', '', 'unread'])?.ownerId).toBe('');
  expect(parseJobKey(['cc52', '4610', '', 'after', '2018-12-07T08:30:00.767Z'])).toEqual({
    family: 'agent',
    ownerId: 'cc52',
    jobId: '4610',
    endedRun: '2018-12-07T08:30:00.767Z',
  });
});

test.each([
  [[]],
  [['cc52']],
  [['cc52', '4610', '']],
  [['cc52', '4610', '', 'after']],
  [['cc52', '4610', '', 'unread', 'more']],
  [['', '', '', 'unread']],
  [['server:..', '4610', '', 'unread']],
  [['..', '..', '', 'unread']],
])('%j is no key of this connector', (key) => {
  expect(parseJobKey(key)).toBeNull();
});

test.each([null, undefined, '', '  ', '.', '..'])('%j is no id that can be requested', (value) => {
  expect(readId(value)).toBeNull();
});

test('runs of one job have the first three parts in common', () => {
  const key = ['cc52', '4610', '', 'unread'];
  expect(isSameKey(key, [...key])).toBe(true);
  expect(isSameKey(key, key.slice(0, 3))).toBe(false);
  expect(isSameJob(key, ['cc52', '4610', '', 'after', 'x'])).toBe(true);
  expect(isSameJob(key, ['cc52', '4610', 'Nightly', 'unread'])).toBe(false);
});
