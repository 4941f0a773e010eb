import { describe, expect, test } from 'vitest';
import { sweeps } from '../sync-timing.ts';
import { type ListState, type Pass, readListState } from './list-state.ts';
import { beginsAtNewest, dueSweep } from './sweep.ts';

const nowMs = Date.parse('2026-03-02T12:00:00.000Z');
const ago = (ms: number): string => new Date(nowMs - ms).toISOString();
const [minuteMs, hourMs, dayMs] = [60_000, 3_600_000, 86_400_000];
const span = { newest: ago(hourMs), oldest: ago(2 * hourMs) };

/** A list whose passes are done and fresh, but for what is given. */
function stateOf(passes: { readonly recent?: Partial<Pass>; readonly deep?: Partial<Pass> }): ListState {
  const state = readListState(undefined, ago(0));
  const [recent, deep] = ['recent', 'deep'].map((name) => state.sweeps[name]);
  if (recent === undefined || deep === undefined) throw new Error('A new list has both passes.');
  return { ...state, sweeps: { recent: { ...recent, ...passes.recent }, deep: { ...deep, ...passes.deep } } };
}
const dueOf = (passes: Parameters<typeof stateOf>[0]) => dueSweep(stateOf(passes), nowMs)?.name ?? null;

describe('a pass over what was read before', () => {
  test('is due an hour after the last one over the newest days, and a day after that over all', () => {
    expect(dueOf({ recent: { startedAt: ago(hourMs - 1) }, deep: { startedAt: ago(dayMs - 1) } })).toBeNull();
    expect(dueOf({ recent: { startedAt: ago(hourMs) } })).toBe('recent');
    expect(dueOf({ deep: { startedAt: ago(dayMs) } })).toBe('deep');
  });

  test('over the newest days goes first', () => {
    expect(dueOf({ recent: { startedAt: ago(hourMs) }, deep: { startedAt: ago(dayMs) } })).toBe('recent');
  });

  test('that has begun continues, however new it is', () => {
    expect(dueOf({ deep: { done: false } })).toBe('deep');
  });

  test('is due at once where none is known, or where its start comes from a clock that was ahead', () => {
    expect(dueSweep({ ...stateOf({}), sweeps: {} }, nowMs)?.name).toBe('recent');
    expect(dueOf({ recent: { startedAt: ago(-hourMs) } })).toBe('recent');
  });

  test('that missed jobs is followed by a second look, sooner, and by no third', () => {
    const missed = { missed: span, startedAt: ago(10 * minuteMs) };
    expect(dueOf({ recent: { ...missed, startedAt: ago(10 * minuteMs - 1) } })).toBeNull();
    expect(dueOf({ recent: missed })).toBe('recent');
    expect(dueOf({ recent: { ...missed, again: span } })).toBeNull();
  });
});

describe('the next step', () => {
  const [recent] = sweeps;
  test.each<[string, Partial<Pass>, boolean]>([
    ['of a new pass begins with the newest jobs', {}, true],
    ['of a pass that has begun continues at its position', { done: false, before: ago(hourMs) }, false],
    ['of a second look begins where jobs were missed', { missed: span }, false],
    ['after a second look begins with the newest jobs', { missed: span, again: span }, true],
  ])('%s', (_, pass, isNewest) => {
    expect(beginsAtNewest(stateOf({ recent: pass }), recent)).toBe(isNewest);
  });

  test('of the first pass of all begins with the newest jobs', () => {
    expect(beginsAtNewest({ ...stateOf({}), sweeps: {} }, recent)).toBe(true);
  });
});
