import { positionOf } from '@crossvault/core/store';
import { describe, expect, test } from 'vitest';
import {
  createListReading,
  drain,
  type GivenPage,
  jobAt,
  type ReadingOptions,
  startAt,
} from '../../testing/list-reading.ts';
import { createOrderedStream } from './ordered-stream.ts';

const page = (...minutes: readonly (number | null)[]): GivenPage => ({ jobs: minutes.map((minute) => jobAt(minute)) });

function open(readings: readonly (readonly GivenPage[])[], options: ReadingOptions = {}) {
  const { reading, plan, requests } = createListReading(readings, options);
  return { stream: createOrderedStream(reading, plan), requests };
}

describe('a list in its promised order', () => {
  test('is streamed page by page, as far as it is asked for', async () => {
    const { stream, requests } = open([[page(9, 8), page(7, 6), page(5, 4)]]);
    await stream.fill();
    expect(stream.head?.job.nativeId).toBe('m-9');
    expect(requests).toHaveLength(1);
    expect(await drain(stream)).toEqual(['m-9', 'm-8', 'm-7', 'm-6', 'm-5', 'm-4']);
    expect(requests.map(({ token }) => token)).toEqual([null, '1', '2']);
    expect(stream.notes).toMatchObject({ answered: true, unordered: false });
  });

  test('gives jobs of one start in the order of our ids, also over two pages', async () => {
    const twins = ['d', 'a', 'c', 'b'].map((id) => jobAt(5, id));
    const { stream } = open([[{ jobs: [jobAt(9), ...twins.slice(0, 2)] }, { jobs: [...twins.slice(2), jobAt(1)] }]]);
    const inOrder = twins.toSorted((one, other) => (one.job.id < other.job.id ? -1 : 1)).map(({ key }) => key[0]);
    expect(await drain(stream)).toEqual(['m-9', ...inOrder, 'm-1']);
  });

  test('shows a job once that a growing list shows twice', async () => {
    const { stream } = open([[page(9, 8), page(8, 7)]]);
    expect(await drain(stream)).toEqual(['m-9', 'm-8', 'm-7']);
  });

  test('gives what lies behind its position and passes the filters, and nothing else', async () => {
    const position = positionOf(jobAt(8).job);
    const { stream } = open([[page(9, 8, 7, 6)]], {
      position,
      query: { nativeId: ['m-7', 'm-9'], startedAfter: 'all' },
    });
    expect(await drain(stream)).toEqual(['m-7']);
  });

  test('stands behind the last job whose start is complete', async () => {
    const { stream } = open([[page(9, 8), page(7)]]);
    await stream.fill();
    expect(stream.position).toEqual(positionOf(jobAt(9).job));
    await drain(stream);
    expect(stream.position).toEqual(positionOf(jobAt(7).job));
  });

  test('notes what its pages have beside jobs', async () => {
    const rejected = [{ nativeId: null, reason: 'not-an-object', value: 1 }] as const;
    const { stream } = open([
      [
        { ...page(9), rejected, withoutRun: 2 },
        { ...page(8), withoutRun: 1, warnings: ['filter-ignored'] },
      ],
    ]);
    await drain(stream);
    expect(stream.notes).toMatchObject({ rejected, withoutRun: 3, warnings: new Set(['filter-ignored']) });
  });
});

describe('a list that breaks its order', () => {
  test('is read whole and sorted, and says so', async () => {
    const pages = [page(9, 8), page(10, 7)];
    const { stream } = open([pages, pages]);
    expect(await drain(stream)).toEqual(['m-9', 'm-10', 'm-8', 'm-7']);
    expect(stream.notes).toMatchObject({ unordered: true, warnings: new Set(['order-broken']) });
  });

  test('does not count twice what was rejected on the pages before', async () => {
    const pages = [{ ...page(8), withoutRun: 1 }, page(9)];
    const { stream } = open([pages, pages]);
    await drain(stream);
    expect(stream.notes.withoutRun).toBe(1);
  });
});

test('a job without a start behind a position with one may have been listed: the list is read whole', async () => {
  const position = positionOf(jobAt(8).job);
  const { stream, requests } = open([[page(null, 7)], [page(null, 7)]], { position });
  expect(await drain(stream)).toEqual(['m-7']);
  expect(requests).toHaveLength(2);
  const fromStart = open([[page(null, 7)]]);
  expect(await drain(fromStart.stream)).toEqual(['m-null', 'm-7']);
  expect(fromStart.requests).toHaveLength(1);
});

describe('a vendor that breaks off', () => {
  const cut = { ...page(9, 8), warnings: ['list-ended-early'] as const };

  test('is asked again from the oldest start that was seen', async () => {
    const { stream, requests } = open([[cut], [page(8, 7, 6)]]);
    expect(await drain(stream)).toEqual(['m-9', 'm-8', 'm-7', 'm-6']);
    expect(requests[1]).toEqual({ startedBefore: startAt(8).replace('00.000Z', '00.001Z'), token: null });
    expect(stream.failure).toBeNull();
  });

  test('without a bound to go on by fails after all that came', async () => {
    const { stream } = open([[cut]], { list: { nativeFilters: [] } });
    expect(await drain(stream)).toEqual(['m-9', 'm-8']);
    expect(stream.failure).toMatchObject({ code: 'source-error' });
    expect(stream.position).toEqual(positionOf(jobAt(8).job));
  });

  test('before any job has started leaves no start to go on by, and fails', async () => {
    const { stream } = open([[{ ...page(null), warnings: ['list-ended-early'] }], [page(9)]]);
    expect(await drain(stream)).toEqual(['m-null']);
    expect(stream.failure).toMatchObject({ code: 'source-error' });
  });

  test('more than once is asked on from each oldest start', async () => {
    const { stream } = open([[cut], [{ ...page(8, 7), warnings: ['link-refused'] }], [page(7, 6)]]);
    expect(await drain(stream)).toEqual(['m-9', 'm-8', 'm-7', 'm-6']);
    expect(stream.failure).toBeNull();
  });

  test('that makes no progress is not asked without an end', async () => {
    const { stream, requests } = open([[cut], [{ ...page(8), warnings: ['link-refused'] }]]);
    expect(await drain(stream)).toEqual(['m-9', 'm-8']);
    expect(stream.failure).toMatchObject({ code: 'link-refused' });
    expect(requests).toHaveLength(2);
  });
});
