import type { DatabaseSync } from 'node:sqlite';
import { CrossvaultError } from '@crossvault/core';

/** One look, so that a file whose tables another process of ours is just making is seen with all of them, or with none. */
const look = "select count(*) as tables, total(name = 'store_version') as own from sqlite_master";

/** Throws `store-unsupported` for a database of another program: nothing is put into it. */
export function refuseForeign(file: DatabaseSync, path: string): void {
  const { tables = 0, own = 0 } = file.prepare(look).get() ?? {};
  if (tables === 0 || own !== 0) return;
  throw new CrossvaultError({
    code: 'store-unsupported',
    message: `${path} is the database of another program. Name another file for the store; nothing was changed.`,
  });
}
