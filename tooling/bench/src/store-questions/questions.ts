import { type JobQuery, toJobId } from '@crossvault/core';
import { type JobCriteria, type RowsRequest, toWords } from '@crossvault/core/store';
import { nativeIdAt, startOf } from '../store/make-jobs.ts';
import { planOf, targetOf } from './make-history.ts';

/** A question to the list. */
export interface Question {
  readonly name: string;
  readonly criteria: JobCriteria;
  readonly request: RowsRequest;
}

const everything: JobCriteria = { query: {}, since: null, startedAfter: null, startedBefore: null, words: [] };

export const firstPage: Question = {
  name: 'first page',
  criteria: everything,
  request: { sort: '-startedAt', after: null, limit: 50, include: { tasks: false, raw: false } },
};

/** Each filter by a usual value, a rare one and one that no job has. */
const values = {
  connection: { usual: ['large'], rare: ['tiny'], several: ['calm', 'small', 'tiny'] },
  vendor: { usual: ['one'], rare: ['four'] },
  status: {
    usual: ['succeeded'],
    rare: ['failed'],
    rarest: ['running'],
    absent: ['queued'],
    two: ['failed', 'warning'],
  },
  kind: { usual: ['backup'], middle: ['snapshot'], rare: ['restore'], absent: ['export'] },
  trigger: { usual: ['scheduled'], rare: ['manual'] },
  plan: { usual: [planOf('large', 0)], rare: [planOf('large', 99)], absent: ['nothing'] },
  target: { usual: [targetOf(0)], rare: [targetOf(4_999)], absent: ['nothing'] },
} as const;

interface Named {
  readonly name: string;
  readonly query: JobQuery;
}

const namedValues = (filter: string, own: Readonly<Record<string, readonly string[]>>): readonly Named[] =>
  Object.entries(own).map(([which, each]) => ({ name: `${filter} (${which})`, query: { [filter]: each } }));

const problems: readonly Named[] = [
  { name: 'problem=true', query: { problem: true } },
  { name: 'problem=false', query: { problem: false } },
];

const filters: Readonly<Record<string, readonly Named[]>> = {
  ...Object.fromEntries(Object.entries(values).map(([filter, own]) => [filter, namedValues(filter, own)])),
  problem: problems,
};

const words = [
  ['a usual word', 'srv'],
  ['a word of one in fifty', 'snapshot'],
  ['a word of one in two hundred', 'vss'],
  ['a rare word', 'quorum'],
  ['one machine', 'srv-4999'],
  ['two words', 'srv quorum'],
  ['an absent word', 'nowhere'],
] as const;

const asking = ({ name, query }: Named, more: Partial<JobCriteria> = {}): Question => ({
  ...firstPage,
  name,
  criteria: { ...everything, query, ...more },
});

function pairs(): readonly Named[] {
  const all = Object.values(filters);
  return all.flatMap((ones, index) =>
    all
      .slice(index + 1)
      .flatMap((others) =>
        ones.flatMap((one) =>
          others.map((other) => ({ name: `${one.name}, ${other.name}`, query: { ...one.query, ...other.query } })),
        ),
      ),
  );
}

const none: Named = { name: '', query: {} };
const withWords = (filter: Named): readonly Question[] =>
  words.map(([name, text]) =>
    asking({ ...filter, name: [name, filter.name].filter((each) => each !== '').join(', ') }, { words: toWords(text) }),
  );

/** Everything that is asked of a list: each filter, each pair of filters, words, windows and later pages. */
export function questions(jobs: number): readonly Question[] {
  const middle = Math.floor(jobs / 2);
  const [hour, half] = [startOf(460), startOf(middle)];
  const failed: Named = { name: 'status (rare)', query: { status: ['failed'] } };
  const large: Named = { name: 'connection (usual)', query: { connection: ['large'] } };
  const after = { startedAt: half, id: toJobId('large', [nativeIdAt(middle)]) };
  const times = [
    asking({ ...none, name: 'since an hour' }, { since: hour }),
    asking({ ...none, name: 'since half of the history' }, { since: half }),
    asking({ ...failed, name: 'since an hour, status (rare)' }, { since: hour }),
    asking({ ...large, name: 'since an hour, connection (usual)' }, { since: hour }),
    asking({ ...none, name: 'startedBefore the middle' }, { startedBefore: half }),
    asking({ ...failed, name: 'startedBefore the middle, status (rare)' }, { startedBefore: half }),
    asking({ ...none, name: 'since an hour, a rare word' }, { since: hour, words: toWords('quorum') }),
  ];
  const later: readonly Question[] = [none, failed, large].map((each) => ({
    ...asking({ ...each, name: `a page in the middle${each.name === '' ? '' : `, ${each.name}`}` }),
    request: { ...firstPage.request, after },
  }));
  const oldest: readonly Question[] = [none, failed, large].map((each) => ({
    ...asking({ ...each, name: `oldest first${each.name === '' ? '' : `, ${each.name}`}` }),
    request: { ...firstPage.request, sort: 'startedAt' },
  }));
  const singles = Object.values(filters).flat();
  return [
    ...singles.map((each) => asking(each)),
    asking({ name: 'nativeId', query: { nativeId: [nativeIdAt(middle)] } }),
    ...times,
    ...later,
    ...oldest,
    ...withWords(none),
    ...[large, failed, ...(filters['kind'] ?? []), ...problems].flatMap(withWords),
    ...pairs().map((each) => asking(each)),
  ];
}
