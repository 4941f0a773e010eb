import { expect, test } from 'vitest';
import { toOverrideRequest } from './override-request.ts';

const nowMs = Date.parse('2026-03-02T12:00:00.000Z');
const written = { by: 'ann', why: ' planned work ', from: null, until: null };

test('spans become instants: an end lies ahead, a beginning lies back', () => {
  expect(toOverrideRequest('excuse', { ...written, from: '12h', until: '8h' }, nowMs)).toEqual({
    by: 'ann',
    why: 'planned work',
    from: '2026-03-02T00:00:00.000Z',
    until: '2026-03-02T20:00:00.000Z',
  });
});

test('an acknowledgement needs no end, a mute does, and an excuse covers what was due so far', () => {
  expect(toOverrideRequest('acknowledge', written, nowMs)).toMatchObject({ from: null, until: null });
  expect(() => toOverrideRequest('mute', written, nowMs)).toThrow('until: a mute needs an end');
  expect(toOverrideRequest('excuse', written, nowMs)).toMatchObject({ from: null, until: '2026-03-02T12:00:00.000Z' });
});

test.each([
  ['acknowledge', { why: '  ' }, 'why: a reason is required.'],
  ['acknowledge', { until: '2026-03-02T11:00:00Z' }, 'is in the past'],
  ['mute', { until: '2026-03-02T11:00:00Z' }, 'is in the past'],
  ['excuse', { from: '1h', until: '2026-03-02T10:00:00Z' }, 'from: it must be before the end.'],
  ['excuse', { from: 'yesterday' }, 'from: "yesterday" is neither a span nor an instant'],
  ['mute', { until: 'tomorrow' }, 'until: "tomorrow" is neither a span nor an instant'],
] as const)('an impossible %s is refused: %o', (kind, part, message) => {
  expect(() => toOverrideRequest(kind, { ...written, ...part }, nowMs)).toThrow(message);
});

test('runs of the past can be excused', () => {
  const past = { ...written, from: '2026-03-01T20:00:00Z', until: '2026-03-02T06:00:00Z' };
  expect(toOverrideRequest('excuse', past, nowMs)).toMatchObject({ until: '2026-03-02T06:00:00.000Z' });
});
