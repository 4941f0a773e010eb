import { expect, test } from 'vitest';
import { suites } from '../suites.ts';
import type { Aim, Figure } from './figure.ts';
import { findDrift, readRecorded, toRecord } from './recorded.ts';

const figure = (name: string, median: number | null, aim: Aim | null): Figure => ({
  name,
  measured: '1 ms',
  ratio: median === null ? null : { min: median / 3, median, max: median * 3 },
  aim,
});

test('a ratio that should be small is worse when it has more than doubled, whatever its aim', () => {
  const recorded = { time: 1.5 };
  expect(findDrift([figure('time', 3, { most: 1 })], recorded).worse).toEqual([]);
  expect(findDrift([figure('time', 3.1, { most: 9 })], recorded).worse).toEqual([
    { name: 'time', change: '1.500 to 3.100, 2.1 times worse' },
  ]);
});

test('a ratio that should be large is worse when it is less than half', () => {
  const recorded = { speed: 0.8 };
  expect(findDrift([figure('speed', 0.4, { least: 0.9 })], recorded).worse).toEqual([]);
  expect(findDrift([figure('speed', 0.3, { least: 0.1 })], recorded).worse).toEqual([
    { name: 'speed', change: '0.800 to 0.300, 2.7 times worse' },
  ]);
});

test('what is new or gone is named and not worse', () => {
  const drift = findDrift([figure('new', 1, { most: 1 })], { gone: 1 });
  expect(drift).toEqual({ worse: [], unknown: ['new', 'gone'] });
  expect(findDrift([figure('new', 1, { most: 1 })])).toEqual({ worse: [], unknown: ['new'] });
});

test('a figure without an aim is compared where it says what is better, and one of the machine is not', () => {
  const watched: Figure = { ...figure('cost', 9, null), better: 'lower' };
  const ofMachine: Figure = { ...figure('microseconds', 9, { most: 1 }), better: null };
  expect(findDrift([watched, ofMachine], { cost: 1, microseconds: 1 }).worse.map(({ name }) => name)).toEqual(['cost']);
  expect(toRecord([watched, ofMachine])).toEqual({ cost: 9 });
});

test('medians are recorded, of figures that have an aim', () => {
  const figures = [figure('a', 1.23456, { most: 1 }), figure('b', null, { most: 1 }), figure('c', 2, null)];
  expect(toRecord(figures)).toEqual({ a: 1.235 });
});

test('what is recorded belongs to benchmarks that there are', () => {
  const names = suites.map(({ name }) => name);
  expect(Object.keys(readRecorded()).filter((name) => !names.includes(name))).toEqual([]);
});
