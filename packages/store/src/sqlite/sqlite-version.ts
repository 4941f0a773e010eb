import { CrossvaultError } from '@crossvault/core';

/** Older ones can lose what was committed, where a write and a checkpoint meet: https://sqlite.org/wal.html#walresetbug. */
const oldest = [3, 51, 3] as const;

/** Throws `store-unsupported` for a version that is not safe. */
export function refuseOldSqlite(version: string): void {
  const parts = version.split('.').map(Number);
  const difference = oldest.map((part, index) => (parts[index] ?? 0) - part).find((each) => each !== 0) ?? 0;
  if (difference >= 0) return;
  throw new CrossvaultError({
    code: 'store-unsupported',
    message:
      `This Node has SQLite ${version}, which can lose what it has stored; ${oldest.join('.')} or newer is needed. ` +
      'The SQLite of Node 22.22.3+, 24.15+ and 26+ is new enough.',
  });
}
