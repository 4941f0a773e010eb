import {
  type CallOptions,
  type Clock,
  CrossvaultError,
  type InventoryKind,
  type ObservedThing,
  type Rejection,
} from '@crossvault/core';
import type { Source } from '../connections/source.ts';
import { askWithin } from '../jobs/read-job.ts';
import type { Reader } from './inventory-readers.ts';

/** All of a sort that a source has. */
export interface WholeReader<Kind extends InventoryKind> {
  readonly things: readonly ObservedThing<Kind>[];
  readonly rejected: readonly Rejection[];
  readonly readAt: string;
}

const pageSize = 500;

/** A vendor that gives a page after the other without an end is broken. */
const mostPages = 2_000;

/** Reads all of a sort at its vendor, page by page, each with a number that is taken before it is asked for. */
export async function readReader<Kind extends InventoryKind>(
  clock: Clock,
  source: Source,
  reader: Reader<Kind>,
  call: CallOptions,
  takeNumber: () => Promise<number>,
): Promise<WholeReader<Kind>> {
  const readAt = new Date(clock.now()).toISOString();
  const things: ObservedThing<Kind>[] = [];
  const rejected: Rejection[] = [];
  let token: string | null = null;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page: { readonly size: number; readonly token: string | null } = { size: pageSize, token };
    const number = await takeNumber();
    const read = await askWithin(clock, source, call, (connector, options) =>
      reader.list(connector, page, options, { observedAt: readAt, number }),
    );
    things.push(...read.things);
    rejected.push(...read.rejected);
    token = read.next;
    if (token === null) return { things, rejected, readAt };
  }
  throw new CrossvaultError({
    code: 'answer-unreadable',
    message: `The list does not end after ${mostPages} pages.`,
    source: source.connection.name,
  });
}
