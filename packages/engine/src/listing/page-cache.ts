/** What a page of stored jobs holds besides the reports of its sources. */
export interface CachedPage {
  /** Names the content of the page. */
  readonly validator: string;
  /** The instant that `since` stood for; null without it. */
  readonly since: string | null;
  /** The latest `since` with the same jobs on the page; null: any. */
  readonly sinceUntil: string | null;
  /** The jobs as JSON in UTF-8, joined by commas: as bytes a page is sent without being converted again. */
  readonly data: Uint8Array;
  /** The number of its jobs by connection. */
  readonly counts: ReadonlyMap<string, number>;
  readonly next: string | null;
}

/** Pages by the question, the versions of what is stored and the states of the sources: never by time. */
export interface PageCache {
  /** The page for a question whose `since` stands for this instant now. */
  find(key: string, since: string | null): CachedPage | null;
  keep(key: string, page: CachedPage): void;
}

/** A longer page is not kept. */
const longestShare = 8;

/** With the entry itself. */
const sizeOf = ({ data }: CachedPage): number => data.byteLength + 1024;

/** As time passes, `since` moves forward and jobs leave the page; none enters. */
const isStill = ({ since, sinceUntil }: CachedPage, now: string | null): boolean =>
  since === now || (since !== null && now !== null && now >= since && (sinceUntil === null || now <= sinceUntil));

/** @param mostBytes what the pages take together at most; the least recently used are dropped. 0: no page is kept */
export function createPageCache(mostBytes: number): PageCache {
  const pages = new Map<string, CachedPage>();
  let bytes = 0;
  const drop = (key: string): void => {
    const page = pages.get(key);
    if (page === undefined) return;
    pages.delete(key);
    bytes -= sizeOf(page);
  };
  return {
    find(key, since) {
      const page = pages.get(key);
      if (page === undefined || !isStill(page, since)) return null;
      pages.delete(key);
      pages.set(key, page);
      return page;
    },
    keep(key, page) {
      drop(key);
      if (sizeOf(page) > mostBytes / longestShare) return;
      pages.set(key, page);
      bytes += sizeOf(page);
      for (const oldest of pages.keys()) {
        if (bytes <= mostBytes) return;
        drop(oldest);
      }
    },
  };
}
