import { mergeObservation } from '@crossvault/core/store';
import { at, reading } from '@crossvault/testkit/store';
import { expect, test } from 'vitest';
import { pack, unpack } from './packed-observation.ts';

const list = reading('c', '1', { observedAt: at(1) });
const full = reading('c', '1', { depth: 'full', sizeBytes: 7, observedAt: at(2) });
const known = [list, full].reduce<ReturnType<typeof mergeObservation> | null>(
  (before, put) => mergeObservation(before, { ...put, settled: put.number }),
  null,
);

test('both readings come back as they were', () => {
  if (known === null) throw new Error('Nothing was merged.');
  expect(unpack(pack(known, full.record.job), full.record.job)).toEqual(known);
});

test('a reading that is the document itself is not stored a second time', () => {
  if (known === null) throw new Error('Nothing was merged.');
  const other = { ...full.record.job };
  expect(pack(known, full.record.job).length).toBeLessThan(pack(known, other).length);
});

test('bytes that are no stored readings are refused', () => {
  expect(() => unpack(new Uint8Array([1, 2, 3]), full.record.job)).toThrow();
});
