import { type CallOptions, type ConnectorContext, CrossvaultError } from '@crossvault/core';
import { filterByValues } from './list-filter.ts';
import { type RowList, readAllRowPages } from './list-page.ts';

interface Named {
  readonly id: string;
  readonly name: string | null;
}

/** Names that v3's jobs do not say, by the id of what has them. */
export interface KnownNames {
  /** Reads them where that was not done for a while. That they cannot be had costs the names, not the jobs. */
  refresh(call: CallOptions): Promise<void>;
  /** As far as it is known. */
  nameOf(id: string): string | null;
  /** As far as it is known, or else asked for. */
  find(id: string, call: CallOptions): Promise<string | null>;
}

interface NamedList {
  readonly list: RowList;
  toNamed(row: unknown): Named | null;
  /** Whose names they are, for the log. */
  readonly what: string;
  /** Whether some accounts and consoles have no such list: then it is not asked for again at once. */
  readonly isOptional: boolean;
}

const keptMs = 10 * 60_000;

export function createKnownNames(
  { list, toNamed, what, isOptional }: NamedList,
  context: ConnectorContext,
): KnownNames {
  const { clock, logger } = context;
  let names: ReadonlyMap<string, string> = new Map();
  let readAtMs = Number.NEGATIVE_INFINITY;
  const isFresh = (): boolean => clock.monotonicMs() < readAtMs + keptMs;

  async function read(filter: string | null, call: CallOptions): Promise<ReadonlyMap<string, string> | null> {
    try {
      const { rows } = await readAllRowPages(list, filter, context, call);
      const named = rows.map(toNamed).filter((each) => each !== null);
      return new Map(named.flatMap(({ id, name }) => (name === null ? [] : [[id.toLowerCase(), name] as const])));
    } catch (error) {
      if (call.signal.aborted) throw error;
      logger.warn({ error: CrossvaultError.from(error).message }, `The names of ${what} cannot be read.`);
      return null;
    }
  }

  const nameOf = (id: string): string | null => names.get(id.toLowerCase()) ?? null;

  return {
    nameOf,
    async refresh(call) {
      if (isFresh()) return;
      const found = await read(null, call);
      if (found === null && !isOptional) return;
      names = found ?? names;
      readAtMs = clock.monotonicMs();
    },
    async find(id, call) {
      const known = nameOf(id);
      if (known !== null || id === '' || (isOptional && isFresh())) return known;
      const found = await read(filterByValues('instanceUid', [id]), call);
      return found?.get(id.toLowerCase()) ?? null;
    },
  };
}
