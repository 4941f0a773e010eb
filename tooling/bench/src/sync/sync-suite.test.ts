import { expect, test } from 'vitest';
import { toSyncFigures } from './sync-suite.ts';

test('a sync is compared with its aim, which depends on the machine, and with the least that it can cost', () => {
  const rounds = [
    { jobs: 2_000, first: 600, again: 60, bare: 120, bareIndexed: 240 },
    { jobs: 2_000, first: 900, again: 180, bare: 360, bareIndexed: 360 },
  ];
  const figures = toSyncFigures(rounds).map(({ name, ratio, better = null }) => [name, ratio?.median, better]);
  expect(figures).toEqual([
    ['first sync, processor time / 300 µs a job', 2.5, null],
    ['first sync / JSON.parse and a bare upsert', 3.75, 'lower'],
    ['first sync / JSON.parse and a bare upsert with the same indexes', 2.5, null],
    ['the same jobs again, unchanged, processor time / 60 µs a job', 2, null],
    ['the same jobs again, unchanged / JSON.parse and a bare upsert', 0.5, 'lower'],
    ['the same jobs again, unchanged / JSON.parse and a bare upsert with the same indexes', 0.375, null],
  ]);
});
