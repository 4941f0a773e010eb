import { describe, expect, test } from 'vitest';
import { ParameterProblem, parseJobListQuery, parseTime } from './query.ts';

const parse = (parameters: Record<string, string>) => parseJobListQuery(new URLSearchParams(parameters), 10);

test('without parameters everything is requested, ten rows at a time', () => {
  expect(parse({})).toEqual({
    fromMs: null,
    untilMs: null,
    jobType: 0,
    objectType: 0,
    jobState: 0,
    location: null,
    pageIndex: 0,
    pageSize: 10,
  });
});

test('names are read without regard to case', () => {
  expect(parse({ PageSize: '50', PAGEINDEX: '1', Location: 'NAM', jobtype: '2' })).toMatchObject({
    pageSize: 50,
    pageIndex: 1,
    location: 'NAM',
    jobType: 2,
  });
});

test('a date as the upper bound takes in the whole day', () => {
  const { fromMs, untilMs } = parse({ startTime: '2024-12-02', finishTime: '2024-12-02' });
  expect(fromMs).toBe(Date.parse('2024-12-02T00:00:00.000Z'));
  expect(untilMs).toBe(Date.parse('2024-12-02T23:59:59.999Z'));
});

describe('a time', () => {
  test.each([
    ['2024-12-02', '2024-12-02T00:00:00.000Z', true],
    ['2024-12-02T07:52:25Z', '2024-12-02T07:52:25.000Z', false],
    ['2024-12-02T07:52:25', '2024-12-02T07:52:25.000Z', false],
    ['2024-12-02T07:52:25.1234567+01:00', '2024-12-02T06:52:25.123Z', false],
  ])('%s', (text, instant, isDay) => {
    expect(parseTime(text)).toEqual({ ms: Date.parse(instant), isDay });
  });

  test.each(['2024-02-30', '2024-13-01', '02.12.2024', '2024-12-02 07:52', '1733126000', 'today'])(
    '%s is none',
    (text) => {
      expect(parseTime(text)).toBeNull();
    },
  );
});

test.each([
  ['startTime', 'soon'],
  ['finishTime', '2024-02-30'],
  ['jobType', '6'],
  ['jobType', 'Backup'],
  ['objectType', '13'],
  ['jobState', '-1'],
  ['pageIndex', '1.5'],
  ['pageSize', '0'],
  ['pageSize', '101'],
])('%s=%s is refused by name', (name, value) => {
  expect(() => parse({ [name]: value })).toThrow(ParameterProblem);
  expect(() => parse({ [name]: value })).toThrow(expect.objectContaining({ field: name }));
});
