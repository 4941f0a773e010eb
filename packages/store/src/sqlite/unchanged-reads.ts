import type { DatabaseSync } from 'node:sqlite';

/** Results of one read that are remembered: one for each of its arguments. */
const mostResults = 1_000;

/** Gives the same read, which is made again only after another connection has committed something. A read may need no key. */
export type ReadUnchanged = <Result>(read: (key: string) => Promise<Result>) => (key?: string) => Promise<Result>;

/**
 * Reads that are made once for each state of the file. SQLite says by itself whether anyone else has committed, in this process
 * or in another; the session that reads must not write.
 */
export function createUnchangedReads(file: DatabaseSync): ReadUnchanged {
  const version = file.prepare('pragma data_version');
  let current: { readonly version: unknown } | null = null;
  // What is asked for without waiting for anything in between is answered for one moment.
  const readVersion = (): unknown => {
    if (current === null) {
      current = { version: version.get()?.['data_version'] };
      process.nextTick(() => {
        current = null;
      });
    }
    return current.version;
  };
  return <Result>(read: (key: string) => Promise<Result>) => {
    const results = new Map<string, Result>();
    let knownAt: unknown = null;
    return async (key = '') => {
      const at = readVersion();
      if (at !== knownAt || results.size >= mostResults) results.clear();
      knownAt = at;
      const known = results.get(key);
      if (known !== undefined) return known;
      const result = await read(key);
      // What was read may be newer than the state it is remembered for, and never older.
      if (knownAt === at) results.set(key, result);
      return result;
    };
  };
}
