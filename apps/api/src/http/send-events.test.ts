import { expect, test } from 'vitest';
import { wantsEvents } from './send-events.ts';

test.each([
  ['text/event-stream', true],
  ['application/json, Text/Event-Stream;q=0.5', true],
  ['text/event-stream; q=0.001', true],
  ['text/event-stream;q=0', false],
  ['application/json, text/event-stream; q = 0.000', false],
  ['*/*', false],
  ['', false],
])('a caller who accepts %j gets a stream: %j', (accept, isStream) => {
  expect(wantsEvents(accept)).toBe(isStream);
});
