import type { Answer } from '@crossvault/client-kit';
import type { ConnectorContext } from '@crossvault/contract';
import type { Page } from '../client/client.ts';
import { readRows } from './answer.ts';

/** A list of the console that is to be read to its end. */
interface RowSource {
  /** How the list is called in messages. */
  readonly name: string;
  readonly read: (page: Page) => Promise<Answer>;
  /** What a row is known by, or null; only to notice a page that repeats itself. */
  readonly identify: (row: unknown) => string | null;
}

export interface RowReading {
  readonly rows: readonly unknown[];
  /** The console repeated itself instead of going on. */
  readonly endedEarly: boolean;
}

/** Neither the console's default nor its maximum is documented; its clients read lists in one go. */
const pageSize = 100;

/**
 * All rows of a list. A page shorter than asked for is the last, and so is a longer one: a console that ignores `$top`
 * has told all. One that ignores `$skip` tells the same rows again, which ends the reading early.
 */
export async function readAllRows(source: RowSource, context: ConnectorContext): Promise<RowReading> {
  const rows: unknown[] = [];
  const seen = new Set<string>();
  for (;;) {
    const { body } = await source.read({ top: pageSize, skip: rows.length });
    const page = readRows(body, source.name, context);
    const names = page.map(source.identify).filter((name) => name !== null);
    if (rows.length > 0 && page.length > 0 && names.every((name) => seen.has(name))) {
      context.logger.warn({ list: source.name, rows: rows.length }, 'The console repeated itself instead of going on.');
      return { rows, endedEarly: true };
    }
    rows.push(...page);
    for (const name of names) seen.add(name);
    if (page.length !== pageSize) return { rows, endedEarly: false };
  }
}
