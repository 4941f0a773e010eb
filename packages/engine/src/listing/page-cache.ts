/** The jobs of a page as they are sent. */
export interface PageJobs<Data extends string | Uint8Array = string | Uint8Array> {
  /** JSON, joined by commas; bytes are UTF-8. */
  readonly data: Data;
  /** Their number by connection. */
  readonly counts: ReadonlyMap<string, number>;
  readonly next: string | null;
}

/** What is known of a page of stored jobs besides the reports of its sources. */
export interface CachedPage {
  /** Names the content of the page. */
  readonly validator: string;
  /** The instant that `since` stood for; null without it. */
  readonly since: string | null;
  /** The latest `since` with the same jobs on the page; null: any. */
  readonly sinceUntil: string | null;
  /** Null where they are not kept. As bytes a page is sent without being converted again. */
  readonly jobs: PageJobs<Uint8Array> | null;
}

/** A page whose jobs have just been read. */
export interface ReadPage extends Omit<CachedPage, 'jobs'> {
  readonly jobs: PageJobs<string>;
}

/** Pages by the question, the versions of what is stored and the states of the sources: never by time. */
export interface PageCache {
  /** The page for a question whose `since` stands for this instant now. */
  find(key: string, since: string | null): CachedPage | null;
  /** Its jobs are kept once they were read for the second time: most pages are never asked for again, and collecting them takes long. */
  keep(key: string, page: ReadPage): void;
}

/** The jobs of a longer page are not kept. */
const longestShare = 8;

/** With the entry itself. */
const sizeOf = ({ jobs }: CachedPage): number => (jobs?.data.byteLength ?? 0) + 1024;

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
  const toKept = (key: string, { jobs, ...page }: ReadPage): CachedPage => {
    if (!pages.has(key)) return { ...page, jobs: null };
    const data = Buffer.from(jobs.data);
    return { ...page, jobs: data.byteLength > mostBytes / longestShare ? null : { ...jobs, data } };
  };
  return {
    find(key, since) {
      const page = pages.get(key);
      if (page === undefined || !isStill(page, since)) return null;
      pages.delete(key);
      pages.set(key, page);
      return page;
    },
    keep(key, read) {
      const page = toKept(key, read);
      drop(key);
      pages.set(key, page);
      bytes += sizeOf(page);
      for (const oldest of pages.keys()) {
        if (bytes <= mostBytes) return;
        drop(oldest);
      }
    },
  };
}
