import { type RawBuilder, sql } from 'kysely';
import type { Engine } from '../database.ts';

/** The anomalies that disqualify a success, as a document names them; see `isSuccessfulRun` of the core. */
const voids = ['nothing-protected', 'future-end'] as const;

/** Jobs that count as a success of what they worked on. Only those with a problem are looked into. */
export function isCountedSuccess(engine: Engine): RawBuilder<boolean> {
  const named = voids.map((code) => sql<boolean>`documents.document like ${`%"anomalies":[%"${code}"%`}`);
  return sql<boolean>`${engine.unfollowed(sql.ref('jobs.status'))} = 'succeeded' and ended_ms is not null
    and (${engine.unfollowed(sql.ref('jobs.problem'))} = 0 or not exists (
      select 1 from documents where documents.seq = jobs.seq and (${sql.join(named, sql` or `)})))`;
}
