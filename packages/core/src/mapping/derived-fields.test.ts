import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { anomalyCodes, type Job, jobStatuses } from '../model/job.ts';
import { contradictionCodes } from './contradictions.ts';
import { hasEnded, isContradictory, isSuccessfulRun, spanSeconds } from './derived-fields.ts';

const instant = fc
  .date({ noInvalidDate: true, min: new Date('2020-01-01'), max: new Date('2030-01-01') })
  .map((date) => date.toISOString());

describe('whether a job is over', () => {
  test.each(['succeeded', 'warning', 'failed', 'cancelled', 'skipped'] as const)(
    '%s is an end, with or without a time',
    (status) => {
      expect(hasEnded(status, null)).toBe(true);
    },
  );

  test.each(['queued', 'running', 'cancelling'] as const)('%s is none, also where an end is reported', (status) => {
    expect(hasEnded(status, '2026-03-01T10:00:00.000Z')).toBe(false);
  });

  test('is said of an unknown status by its end alone', () => {
    expect(hasEnded('unknown', null)).toBe(false);
    expect(hasEnded('unknown', '2026-03-01T10:00:00.000Z')).toBe(true);
  });
});

describe('how long it took', () => {
  property.prop([instant, fc.nat({ max: 10 ** 9 })])(
    'is end minus start, whatever the vendor says',
    (startedAt, milliseconds) => {
      const endedAt = new Date(Date.parse(startedAt) + milliseconds).toISOString();
      expect(spanSeconds(startedAt, endedAt, 5)).toBe(milliseconds / 1000);
    },
  );

  test('is what the vendor says where one of them is not known', () => {
    expect(spanSeconds(null, '2026-03-01T10:00:00.000Z', 5)).toBe(5);
    expect(spanSeconds('2026-03-01T10:00:00.000Z', null, null)).toBeNull();
  });

  property.prop([instant, fc.integer({ min: 1, max: 10 ** 9 })])(
    'is not known of a job that ends before it begins',
    (startedAt, milliseconds) => {
      const endedAt = new Date(Date.parse(startedAt) - milliseconds).toISOString();
      expect(spanSeconds(startedAt, endedAt, 5)).toBeNull();
    },
  );
});

describe('a success of a plan or an item', () => {
  const run = (status: Job['status'], ...anomalies: Job['anomalies']) => isSuccessfulRun({ status, anomalies });

  test.each(jobStatuses)('of a job that is %s', (status) => {
    expect(run(status)).toBe(status === 'succeeded');
  });

  test('is none where nothing was protected, or where it has not happened yet', () => {
    expect(run('succeeded', 'nothing-protected')).toBe(false);
    expect(run('succeeded', 'future-end')).toBe(false);
    expect(run('succeeded', 'duration-disagrees', 'counts-disagree')).toBe(true);
  });
});

test.each(anomalyCodes)('%s contradicts something, or is only odd', (code) => {
  expect(isContradictory([code])).toBe(contradictionCodes.has(code));
  expect(isContradictory(['start-unknown', code])).toBe(isContradictory([code]));
});

test('nothing odd contradicts nothing', () => {
  expect(isContradictory([])).toBe(false);
});
