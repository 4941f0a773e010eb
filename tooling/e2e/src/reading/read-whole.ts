import type { Job, SourceReport } from '@crossvault/core';
import { type Listing, SourcesError } from '@crossvault/engine';
import type { House } from './open-house.ts';

/** A list that was read page by page, until there was no next one or it was cancelled. */
export interface WholeReading {
  readonly jobs: readonly Job[];
  /** What every page said of the sources; one on which no source answered says it too. */
  readonly pages: readonly (readonly SourceReport[])[];
  readonly ended: boolean;
}

export interface ReadOptions {
  readonly limit: number;
  /** Pages after which it is cancelled. @default 200 */
  readonly mostPages?: number;
  /** Time that passes after a page on which a source was not whole: waits and circuits end. @default five minutes */
  readonly pauseMs?: number;
  /** What happens between two pages. */
  readonly between?: (pages: number) => Promise<unknown> | unknown;
}

const call = { signal: new AbortController().signal };

/** Reads as a patient person would: on with the cursor of the page before, and once more where no source answered. */
export async function readWhole({ engine, world }: House, options: ReadOptions): Promise<WholeReading> {
  const { limit, mostPages = 200, pauseMs = 300_000, between } = options;
  const jobs: Job[] = [];
  const pages: (readonly SourceReport[])[] = [];
  let cursor: string | null = null;
  while (pages.length < mostPages) {
    const page: Listing | readonly SourceReport[] = await engine
      .listJobs({ startedAfter: 'all' }, { sort: '-startedAt', limit, cursor, strict: false, fresh: false }, call)
      .catch(sourcesOf);
    pages.push('sources' in page ? page.sources : page);
    if ('sources' in page) {
      jobs.push(...page.records.map(({ job }) => job));
      if (page.next === null) return { jobs, pages, ended: true };
      cursor = page.next;
    }
    await between?.(pages.length);
    if (!('sources' in page) || !page.complete) await world.clock.sleep(pauseMs);
  }
  return { jobs, pages, ended: false };
}

function sourcesOf(error: unknown): readonly SourceReport[] {
  if (error instanceof SourcesError) return error.sources;
  throw error;
}
