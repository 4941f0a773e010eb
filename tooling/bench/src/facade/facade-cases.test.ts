import { expect, test } from 'vitest';
import { toFacadeFigures } from './facade-cases.ts';

const turn = (requests: number, processorMs: number | null) => ({
  requests,
  seconds: 2,
  p50Ms: 1,
  p99Ms: 2,
  processorMs,
});

test('the facade is compared with each bare server, round by round, by requests and by what one costs', () => {
  const measured = new Map([
    ['crossvault' as const, [turn(400, 2), turn(100, 4)]],
    ['node:http' as const, [turn(1_000, 1), turn(500, 1)]],
    ['ready text' as const, [turn(4_000, 0.5), turn(2_000, 0.5)]],
  ]);
  const figures = toFacadeFigures({ name: 'list', aims: { 'node:http': { least: 0.4 } } }, 50, measured);
  expect(figures.map(({ name, ratio, aim }) => [name, ratio?.min, ratio?.max, aim])).toEqual([
    ['list, 50 sockets / node:http', 0.2, 0.4, { least: 0.4 }],
    ['list, 50 sockets / node:http, by processor time', 0.25, 0.5, { least: 0.4 }],
    ['list, 50 sockets / ready text', 0.05, 0.1, null],
    ['list, 50 sockets / ready text, by processor time', 0.125, 0.25, null],
  ]);
  expect(figures[0]?.measured).toBe('125 to 375 a second, p50 1.00 ms');
  expect(figures[1]?.measured).toBe('3.00 to 1.00 ms a request');
});

test('where the system does not say what a process costs, nothing is said of it', () => {
  const measured = new Map([
    ['crossvault' as const, [turn(400, null)]],
    ['node:http' as const, [turn(800, null)]],
  ]);
  const figures = toFacadeFigures({ name: 'list', aims: {} }, 1, measured);
  expect(figures.map(({ name }) => name)).toEqual(['list, 1 socket / node:http']);
});
