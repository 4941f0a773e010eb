import { expect, test } from 'vitest';
import { toMinuteText, toSizeText, toSpanText } from './quantity.ts';

test.each([
  [null, '-'],
  [0, '0s'],
  [0.04, '0s'],
  [43.18, '43.2s'],
  [59.94, '59.9s'],
  [59.96, '1m 00s'],
  [1223.09, '20m 23s'],
  [3599.6, '1h 00m'],
  [3720, '1h 02m'],
  [86_399.9, '1d 00h'],
  [183_600, '2d 03h'],
])('%s seconds are %s', (seconds, text) => {
  expect(toSpanText(seconds)).toBe(text);
});

test.each([
  [0, '0 bytes'],
  [1023, '1023 bytes'],
  [1024, '1 KiB (1024 bytes)'],
  [2_445_279_232, '2.28 GiB (2445279232 bytes)'],
  [Number.MAX_SAFE_INTEGER, '8 PiB (9007199254740991 bytes)'],
])('%i bytes are %s', (bytes, text) => {
  expect(toSizeText(bytes)).toBe(text);
});

test('an instant is shown to the minute', () => {
  expect(toMinuteText('2018-05-21T08:35:40.948Z')).toBe('2018-05-21 08:35');
  expect(toMinuteText(null)).toBe('-');
});
