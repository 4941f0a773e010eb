import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNextLink } from './next-link.ts';
import { advance, firstPosition, type Position } from './position.ts';

const listUrl = 'https://graph-us.example/backup/m365/cloudbackupjobs';

/** How a vendor may page; nothing of it is documented well enough to rely on. */
interface Paging {
  readonly firstPage: 0 | 1;
  readonly link: 'absolute' | 'token' | 'absent';
  readonly hasTotal: boolean;
  /** Pages of more rows than this are cut down to it. */
  readonly largest: number;
}

/** Something that happens before the request with this number. */
type Event =
  | { readonly what: 'added'; readonly at: number; readonly place: number }
  | { readonly what: 'gone'; readonly at: number; readonly place: number }
  | { readonly what: 'former page again' | 'shifted by one' | 'first page'; readonly at: number };

/** Reads a list to its end while it changes, and returns the result. */
function readWhileChanging(count: number, size: number, paging: Paging, events: readonly Event[]) {
  const rows = Array.from({ length: count }, (_, index) => `job-${index}`);
  const seen = new Set<string>();
  const gone = new Set<string>();
  const warnings = new Set<string>();
  let position: Position | null = firstPosition(size);
  let asked = 0;
  while (position !== null) {
    if (asked > 2000) throw new Error('The reading does not end.');
    const now = events.filter(({ at }) => at === asked);
    for (const event of now) change(rows, gone, event);
    const answer = answerOf(
      rows,
      position,
      paging,
      now.map(({ what }) => what),
    );
    for (const { id } of answer.rows) seen.add(id);
    const step = advance(position, answer, readNextLink(answer.nextLink, listUrl));
    for (const warning of step.warnings) warnings.add(warning);
    position = step.next;
    asked += 1;
  }
  const stayed = Array.from({ length: count }, (_, index) => `job-${index}`).filter((id) => !gone.has(id));
  return { lost: stayed.filter((id) => !seen.has(id)), warnings: [...warnings], asked };
}

function change(rows: string[], gone: Set<string>, event: Event): void {
  if (event.what === 'added') rows.splice(event.place % (rows.length + 1), 0, `added-${event.at}-${rows.length}`);
  if (event.what === 'gone') for (const id of rows.splice(event.place % rows.length, 1)) gone.add(id);
}

function answerOf(rows: readonly string[], position: Position, paging: Paging, accidents: readonly string[]) {
  const asked = position.link === null ? position.index : Number(new URL(position.link).searchParams.get('pageIndex'));
  const size = Math.min(position.size, paging.largest);
  const page = Math.max(0, asked - paging.firstPage);
  const shift = accidents.includes('former page again') ? size : accidents.includes('shifted by one') ? 1 : 0;
  const from = accidents.includes('first page') ? 0 : Math.max(0, page * size - shift);
  const isLast = (page + 1) * size >= rows.length;
  const next = paging.link === 'absolute' ? `${listUrl}?pageIndex=${Math.max(asked, paging.firstPage) + 1}` : 'abc';
  return {
    rows: rows.slice(from, from + size).map((id) => ({ id })),
    total: paging.hasTotal ? rows.length : null,
    nextLink: paging.link === 'absent' ? null : isLast ? '' : next,
  };
}

const paging = fc.record<Paging>({
  firstPage: fc.constantFrom(0, 1),
  link: fc.constantFrom('absolute', 'token', 'absent'),
  hasTotal: fc.boolean(),
  largest: fc.constantFrom(3, 1000),
});
const at = fc.nat({ max: 12 });
const place = fc.nat({ max: 60 });
const runs = { numRuns: 2000 };

const added = fc.array(fc.record({ what: fc.constant('added' as const), at, place }));
const count = fc.nat({ max: 40 });
const size = fc.integer({ min: 1, max: 9 });

test('whatever is added while a list with totals is read, no job that was there is lost', () => {
  fc.assert(
    fc.property(count, size, paging, added, (jobs, rows, how, events) => {
      const result = readWhileChanging(jobs, rows, { ...how, hasTotal: true }, events);
      expect(result).toMatchObject({ lost: [], warnings: [] });
    }),
    runs,
  );
});

test('without totals too, unless every page is pushed away whole; then the list says that it ended early', () => {
  fc.assert(
    fc.property(count, size, paging, added, (jobs, rows, how, events) => {
      const { lost, warnings } = readWhileChanging(jobs, rows, { ...how, hasTotal: false }, events);
      if (warnings.length === 0) expect(lost).toEqual([]);
    }),
    runs,
  );
});

test('whatever goes while a list with totals is read, no job that stayed is lost', () => {
  const left = fc.record({ what: fc.constant('gone' as const), at, place });
  fc.assert(
    fc.property(
      fc.integer({ min: 13, max: 40 }),
      size,
      paging,
      fc.array(left, { maxLength: 10 }),
      (jobs, rows, how, events) => {
        expect(readWhileChanging(jobs, rows, { ...how, hasTotal: true }, events)).toMatchObject({ lost: [] });
      },
    ),
    runs,
  );
});

test('one page that comes again, from the front or moved by one in place of another costs no job', () => {
  const accident = fc.record({
    what: fc.constantFrom('former page again', 'shifted by one', 'first page'),
    at: fc.integer({ min: 2, max: 12 }),
  });
  fc.assert(
    fc.property(count, fc.integer({ min: 2, max: 9 }), paging, accident, (jobs, rows, how, event) => {
      expect(readWhileChanging(jobs, rows, how, [event]).lost).toEqual([]);
    }),
    runs,
  );
});

test('a list that shrinks with every answer is left in the end, and reports it', () => {
  const events = Array.from({ length: 60 }, (_, index) => ({ what: 'gone' as const, at: index + 1, place: 0 }));
  const how = { firstPage: 0, link: 'absent', hasTotal: true, largest: 1000 } as const;
  expect(readWhileChanging(200, 2, how, events).warnings).toEqual(['list-ended-early']);
});
