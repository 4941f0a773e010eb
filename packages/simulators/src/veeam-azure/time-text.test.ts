import { expect, test } from 'vitest';
import { parseInstant, renderInstant, renderTimeSpan } from './time-text.ts';

test.each([
  '2020-02-07T12:21:04.223155Z',
  '2020-02-07T10:23:35.3557Z',
  '2020-02-07T09:55:10.63284Z',
  '2020-02-07T09:55:10.000001Z',
  '2020-02-07T09:55:10Z',
])('%s is read and written without loss', (text) => {
  expect(renderInstant(parseInstant(text) ?? 0)).toBe(text);
});

test.each([undefined, null, 7, '', 'no date', '2020-02-30', '2020-13-01T00:00:00Z', '0001-01-01T00:00:00Z'])(
  '%j is no instant',
  (value) => {
    expect(parseInstant(value)).toBeNull();
  },
);

test.each([
  [77_823_700, '00:01:17.8237000'],
  [35_467_597, '00:00:35.4675970'],
  [0, '00:00:00'],
  [3_600_000_000, '01:00:00'],
  [93_784_500_000, '1.02:03:04.5000000'],
  [86_400_000_000, '1.00:00:00'],
])('%i microseconds are the span %s', (micros, text) => {
  expect(renderTimeSpan(micros)).toBe(text);
});
