import { expect, test } from 'vitest';
import failedLog from '../connector/__fixtures__/get-job-session-log.failed.json' with { type: 'json' };
import { toJobLog } from './map-log.ts';

test('the log is returned oldest entry first, with the model status beside the vendor word', () => {
  expect(toJobLog('our-id', failedLog)).toEqual({
    jobId: 'our-id',
    entries: [
      {
        at: '2026-03-02T09:15:00.000Z',
        status: 'succeeded',
        nativeStatus: 'Success',
        message: 'Session started',
        durationSeconds: 0,
      },
      {
        at: '2026-03-02T09:15:30.250Z',
        status: 'warning',
        nativeStatus: 'Warning',
        message: 'No worker in the region, one is deployed',
        durationSeconds: 20.25,
      },
      {
        at: '2026-03-02T09:16:40.500Z',
        status: 'failed',
        nativeStatus: 'Error',
        message: 'Failed to create a snapshot of vm01',
        durationSeconds: 40.5,
      },
    ],
  });
});

test('entries without a time stay behind the entry that they follow', () => {
  const log = {
    log: [
      { logTime: '2026-03-02T09:16:00Z', message: 'second' },
      { message: 'third' },
      { logTime: '2026-03-02T09:15:00Z', message: 'first' },
    ],
  };
  expect(toJobLog('x', log)?.entries.map((entry) => entry.message)).toEqual(['first', 'second', 'third']);
});

test('an entry that cannot be read keeps its place and says that it is unknown', () => {
  expect(toJobLog('x', { log: ['?'] })?.entries).toEqual([
    { at: null, status: 'unknown', nativeStatus: null, message: '', durationSeconds: null },
  ]);
});

test('no entries are an empty log, other answers are not a log', () => {
  expect(toJobLog('x', { log: [] })).toEqual({ jobId: 'x', entries: [] });
  expect(toJobLog('x', { log: null })).toEqual({ jobId: 'x', entries: [] });
  expect(toJobLog('x', { log: 'gone' })).toBeNull();
  expect(toJobLog('x', 'gone')).toBeNull();
});
