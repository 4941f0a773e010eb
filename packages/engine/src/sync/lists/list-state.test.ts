import { describe, expect, test } from 'vitest';
import { addRejected, parseListState, type RejectedRecord, readListState } from './list-state.ts';

const now = '2026-03-02T12:00:00.000Z';
const rejected = (nativeId: string, seenAt = now): RejectedRecord => ({
  nativeId,
  reason: 'not-an-object',
  value: 1,
  seenAt,
});

describe('the state of a list', () => {
  test('begins with nothing read, and counts the first reading as a pass over everything', () => {
    const state = readListState(undefined, now);
    expect(state).toMatchObject({ watermark: null, gap: null, unordered: false, setAside: [] });
    expect(Object.values(state.sweeps).every(({ done, startedAt }) => done && startedAt === now)).toBe(true);
  });

  test('comes back as it was stored', () => {
    const state = { ...readListState(undefined, now), watermark: now, setAside: [rejected('a')] };
    expect(readListState(JSON.parse(JSON.stringify(state)), '2030-01-01T00:00:00.000Z')).toEqual(state);
  });

  test.each([null, 'text', {}, { version: 2 }, { ...readListState(undefined, now), watermark: 7 }])(
    'that cannot be read (%j) starts over: it costs requests, and no job',
    (stored) => {
      expect(parseListState(stored)).toBeNull();
      expect(readListState(stored, now)).toEqual(readListState(undefined, now));
    },
  );

  test('of an earlier version gets what was added since', () => {
    const { setAside: _setAside, withoutRun: _withoutRun, ...earlier } = readListState(undefined, now);
    const sweep = { startedAt: now, before: null, done: true };
    expect(parseListState({ ...earlier, sweeps: { recent: sweep } })).toMatchObject({
      setAside: [],
      withoutRun: 0,
      sweeps: { recent: { ...sweep, number: 0, missed: null, again: null } },
    });
  });
});

describe('rejected records', () => {
  test('are kept once each, with the time when they were seen last', () => {
    const later = '2026-03-02T13:00:00.000Z';
    expect(addRejected([rejected('a'), rejected('b')], [rejected('a', later)])).toEqual([
      rejected('a', later),
      rejected('b'),
    ]);
  });

  test('are bounded: the newest stay', () => {
    const many = Array.from({ length: 150 }, (_, index) => rejected(String(index)));
    const kept = addRejected([], many);
    expect(kept).toHaveLength(100);
    expect(kept.at(-1)).toEqual(rejected('149'));
  });

  test('of which none is new stay as they are', () => {
    expect(addRejected([rejected('a')], [])).toEqual([rejected('a')]);
  });
});
