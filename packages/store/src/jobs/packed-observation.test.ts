import { deflateRawSync } from 'node:zlib';
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

/** Bytes of the rest of the row, with which compressing pays or does not. */
const [small, large] = [100, 3_900];

test.each([small, large])('both readings come back as they were, in a row that has %d bytes besides', (bytes) => {
  if (known === null) throw new Error('Nothing was merged.');
  expect(unpack(pack(known, full.record.job, bytes), full.record.job)).toEqual(known);
});

test('readings are compressed only where more rows fit on a page then, or the row is larger than one', () => {
  const one = mergeObservation(null, { ...list, settled: list.number });
  const plain = Buffer.byteLength(JSON.stringify(one));
  const isCompressed = (bytes: number) => pack(one, full.record.job, bytes).length < plain;
  expect(plain).toBeLessThan(1_900);
  expect([0, 2_030, 3_900].map(isCompressed)).toEqual([true, false, true]);
});

test('readings that an earlier version has compressed are read', () => {
  const stored = deflateRawSync(Buffer.from(JSON.stringify(known)));
  expect(unpack(stored, full.record.job)).toEqual(known);
});

test('a reading that is the document itself is not stored a second time', () => {
  if (known === null) throw new Error('Nothing was merged.');
  const other = { ...full.record.job };
  expect(pack(known, full.record.job, small).length).toBeLessThan(pack(known, other, small).length);
});

test('bytes that are no stored readings are refused', () => {
  expect(() => unpack(new Uint8Array([1, 2, 3]), full.record.job)).toThrow();
  expect(() => unpack(new Uint8Array([7, 2, 3]), full.record.job)).toThrow();
});
