import express, { type Request } from 'express';
import { expect, test } from 'vitest';
import { wantsEvents } from './send-events.ts';

const accepting = (accept: string): Request => Object.create(express.request, { headers: { value: { accept } } });

test.each([
  ['text/event-stream', true],
  ['Text/Event-Stream;q=0.5', true],
  ['text/event-stream; q=0.001', true],
  ['text/event-stream, */*', true],
  ['text/event-stream, */*;q=0.1', true],
  ['application/json;q=0.1, text/event-stream;q=0.9', true],
  ['application/json, Text/Event-Stream;q=0.5', false],
  ['text/event-stream;q=0.1, application/json;q=0.9', false],
  ['text/event-stream;q=0.1, */*', false],
  ['text/event-stream;q=0', false],
  ['text/event-stream; q="0"', false],
  ['text/event-stream;q=0, text/*', false],
  ['text/event-stream;q=nan', false],
  ['text/event-stream;q=-1', false],
  ['application/json, text/event-stream; q = 0.000', false],
  ['x-text/event-stream', false],
  ['text/*', false],
  ['text/html', false],
  ['*/*', false],
  ['', false],
])('a caller who accepts %j gets a stream: %j', (accept, isStream) => {
  expect(wantsEvents(accepting(accept))).toBe(isStream);
});
