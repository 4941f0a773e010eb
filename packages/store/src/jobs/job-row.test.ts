import { mergeObservation } from '@crossvault/core/store';
import { at, reading } from '@crossvault/testkit/store';
import { describe, expect, test } from 'vitest';
import { fold, hashOf, isThere, toRow } from './job-row.ts';

const put = reading('c', 'N-1', {
  target: { type: 'vm', id: 'ID', name: 'Straße' },
  startedAt: at(1),
  endedAt: at(2),
});
const known = mergeObservation(null, { ...put, settled: put.number });
const id = put.record.job.id;

describe('the row of a job', () => {
  test('has the columns by which it is found, without regard to case', () => {
    const { job } = toRow(known, { id, presence: isThere, words: null });
    expect(job).toMatchObject({
      native_id: 'n-1',
      target_id: 'id',
      target_name: 'straße',
      started_ms: Date.parse(at(1)),
    });
  });

  test('keeps the id under which it is stored, also in its document', () => {
    const { job, document } = toRow(known, { id: 'stored', presence: isThere, words: null });
    expect([job.id, JSON.parse(document.document).id]).toEqual(['stored', 'stored']);
  });

  test('says since when it is gone, in the row and in the document', () => {
    const presence = { goneAt: at(9), goneNumber: 9, missedNumber: null };
    const { job, document } = toRow(known, { id, presence, words: null });
    expect([job.gone_ms, JSON.parse(document.document).goneAt]).toEqual([Date.parse(at(9)), at(9)]);
  });

  test('brings lexemes only where its words have changed', () => {
    const first = toRow(known, { id, presence: isThere, words: null });
    expect(first.lexemes).not.toBeNull();
    expect(toRow(known, { id, presence: isThere, words: first.job.words }).lexemes).toBeNull();
  });

  test('is not made of nothing', () => {
    const nothing = { ...known, list: null, full: null };
    expect(() => toRow(nothing, { id, presence: isThere, words: null })).toThrow(TypeError);
  });
});

test('the hash of a reading is that of its content, not of the object', () => {
  const same = reading('c', 'N-1', put.record.job);
  expect(hashOf(same.record)).toBe(hashOf(put.record));
  expect(hashOf(reading('c', 'N-1', { sizeBytes: 1 }).record)).not.toBe(hashOf(put.record));
});

test('a folded text has no character that a database does not keep', () => {
  expect(fold('A\0B')).toBe('a\ufffdb');
});
