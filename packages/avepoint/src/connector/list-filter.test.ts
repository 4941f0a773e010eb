import { expect, test } from 'vitest';
import { toListFilter } from './list-filter.ts';

test('a span is requested in days, a day wider on each side', () => {
  const span = { from: '2024-12-02T00:00:00.000Z', to: '2024-12-31T23:00:00.000Z' };
  expect(toListFilter(span)).toEqual({ startTime: '2024-12-01', finishTime: '2025-01-01' });
});

test.each([
  [{ from: null, to: null }, {}],
  [{ from: '2024-12-02T00:00:00.000Z', to: null }, { startTime: '2024-12-01' }],
  [{ from: '1970-01-01T12:00:00.000Z', to: '9999-12-31T12:00:00.000Z' }, {}],
])('of the span %j what is open or has no such day is not sent', (span, filter) => {
  expect(toListFilter(span)).toEqual(filter);
});
