import type { SourceReport } from '@crossvault/core';
import type { Listing } from '@crossvault/engine';

type Ending = Omit<Listing, 'records'>;
type Rejected = SourceReport['rejected'];

/** Maximum entries of one answer. */
const namedRejections = 20;

/** Joins the pages of one reading into one answer, all but their jobs. */
export interface ListingMerger {
  add(page: Listing): void;
  /** The joined answer of all pages; throws before the first page. */
  end(): Ending;
}

export function createListingMerger(): ListingMerger {
  let ending: Ending | undefined;
  const notes = new Map<string, SourceNotes>();
  return {
    add({ records: _records, ...page }) {
      const before = ending?.sources ?? [];
      const sources = page.sources.map((source) => {
        const own = notes.get(source.connection) ?? { stained: false, rejections: new Set<string>() };
        notes.set(source.connection, own);
        return mergeSource(
          before.find(({ connection }) => connection === source.connection),
          source,
          own,
        );
      });
      ending = { ...page, sources, complete: sources.every(({ status }) => status === 'ok') };
    },
    end() {
      if (ending === undefined) throw new Error('No page was read.');
      return ending;
    },
  };
}

/** The state of a source over its pages. */
interface SourceNotes {
  /** True when a page was permanently incomplete: records were rejected, or a list ended early. */
  stained: boolean;
  /** Rejected records. A list that is read again for every page reports them again. */
  readonly rejections: Set<string>;
}

function mergeSource(before: SourceReport | undefined, page: SourceReport, notes: SourceNotes): SourceReport {
  if (page.status === 'partial' && page.problem === null) notes.stained = true;
  const count = (before?.count ?? 0) + page.count;
  return {
    ...page,
    count,
    status: mergedStatus(page, count, notes),
    asOf: earliest(before?.asOf ?? null, page.asOf),
    rejected: mergeRejected(before?.rejected, page.rejected, notes),
    withoutRun: Math.max(before?.withoutRun ?? 0, page.withoutRun),
    warnings: [...new Set([...(before?.warnings ?? []), ...page.warnings])],
    caughtUp: page.caughtUp || before?.caughtUp === true,
  };
}

/** The last page decides how the reading ended. A source that failed at the end and returned jobs before is partial. */
function mergedStatus({ status }: SourceReport, count: number, { stained }: SourceNotes): SourceReport['status'] {
  if (status === 'failed' && count > 0) return 'partial';
  return status === 'ok' && stained ? 'partial' : status;
}

function mergeRejected(before: Rejected | undefined, page: Rejected, { rejections }: SourceNotes): Rejected {
  const fresh = page.items.filter((item) => {
    const key = JSON.stringify(item);
    return !rejections.has(key) && rejections.add(key);
  });
  return {
    count: Math.max(before?.count ?? 0, page.count, rejections.size),
    items: [...(before?.items ?? []), ...fresh].slice(0, namedRejections),
  };
}

const earliest = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b < a) ? b : a);
