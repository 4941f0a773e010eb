import { type Answer, unreadableAnswer } from '@crossvault/client-kit';
import type { ConnectorContext } from '@crossvault/core';
import type { Page } from '../client/calls-v2.ts';

/** A list of the console that is read completely. */
interface RowSource {
  /** Name of the list in messages. */
  readonly name: string;
  readonly read: (page: Page) => Promise<Answer>;
  /** Identity of a row, or null; used only to detect repeated pages. */
  readonly identify: (row: unknown) => string | null;
  /** What ends the list: a page shorter than requested already, or only an empty one. */
  readonly lastPage: 'short' | 'empty';
}

export interface RowReading {
  readonly rows: readonly unknown[];
  /** The console repeated itself instead of continuing. */
  readonly endedEarly: boolean;
}

/** Neither the console's default nor its maximum is documented; its clients read lists in one go. */
const pageSize = 100;

/** The rows of a list: v2 answers with bare arrays. */
export function parseRows(body: unknown, name: string, connection: string): readonly unknown[] {
  if (Array.isArray(body)) return body;
  throw unreadableAnswer(connection, `The console's ${name} is no list. Is this the address of its REST v2?`);
}

/** How often a repeated page is requested before the list counts as ended early. */
const attempts = 3;

/**
 * All rows of a list. A page longer than requested is the last: a console that ignores `$top` has returned all rows. One that
 * ignores `$skip` returns the same rows again and again, which ends the reading early.
 */
export async function readAllRows(source: RowSource, context: ConnectorContext): Promise<RowReading> {
  const rows: unknown[] = [];
  const seen = new Set<string>();
  for (let repeated = 0; ; ) {
    const { body } = await source.read({ top: pageSize, skip: rows.length });
    const page = parseRows(body, source.name, context.connection);
    const names = page.map(source.identify).filter((name) => name !== null);
    if (rows.length > 0 && page.length > 0 && names.every((name) => seen.has(name))) {
      repeated += 1;
      if (repeated < attempts) continue;
      context.logger.warn({ list: source.name, rows: rows.length }, 'The console repeated itself instead of going on.');
      return { rows, endedEarly: true };
    }
    repeated = 0;
    rows.push(...page);
    for (const name of names) seen.add(name);
    const mayGoOn = source.lastPage === 'short' ? page.length === pageSize : page.length > 0 && page.length <= pageSize;
    if (!mayGoOn) return { rows, endedEarly: false };
  }
}
