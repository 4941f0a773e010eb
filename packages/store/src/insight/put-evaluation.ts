import type { EvaluationWrite, LeaseClaim, StoredOverride, StoredSubject } from '@crossvault/core/store';
import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import { fold } from '../jobs/job-row.ts';
import type { InsightTables } from '../schema/insight-rows.ts';
import { requireLease, writeSyncStates } from '../sync/sync-memory.ts';
import { inWrite } from '../write-transaction.ts';
import { insertRows } from './insert-rows.ts';
import { occurrenceMarks, toOccurrenceRow } from './occurrence-row.ts';

/** No text of a database holds the character 0. */
const plain = (text: string): string => text.replaceAll('\0', '\ufffd');
const toDocument = (value: unknown): string => JSON.stringify(value ?? null);
const folded = (text: string | null | undefined): string | null =>
  text === null || text === undefined ? null : fold(text);

function toSubjectRow(subject: StoredSubject): Omit<InsightTables['subjects'], 'subject_no'> {
  const { id, connection, kind, nativeId, name, plan, tenant, isExpected, nextMs } = subject;
  return {
    id,
    connection,
    kind,
    native_id: fold(nativeId),
    name: folded(name),
    sort_name: fold(name ?? nativeId),
    plan_id: plan === null ? null : plan.id,
    plan_name: folded(plan?.name),
    tenant: folded(tenant),
    expected: isExpected ? 1 : 0,
    next_ms: nextMs,
    document: toDocument(subject),
  };
}

/** Stores what an evaluation found, in one transaction. */
export async function putEvaluation(
  db: Database,
  engine: Engine,
  write: EvaluationWrite,
  lease?: LeaseClaim,
): Promise<void> {
  await inWrite(db, engine, async (transaction) => {
    if (lease !== undefined) await requireLease(transaction, engine, lease);
    await putVersions(transaction, engine, write);
    await putSubjects(transaction, engine, write);
    await putOccurrences(transaction, engine, write);
    await putFindings(transaction, engine, write);
    await writeSyncStates(transaction, engine, write.syncStates ?? []);
  });
}

async function putVersions(db: Database, engine: Engine, { versions = [], looks = [] }: EvaluationWrite) {
  await insertRows(
    db,
    engine,
    'schedule_versions',
    versions.map(({ connection, subject, number, firstSeenMs, lastSeenMs, meaning, schedule, isEnabled }) => ({
      connection,
      subject,
      number,
      first_seen_ms: firstSeenMs,
      last_seen_ms: lastSeenMs,
      meaning: plain(meaning),
      enabled: isEnabled ? 1 : 0,
      document: toDocument(schedule),
    })),
    { key: ['connection', 'subject', 'number'], update: ['last_seen_ms', 'meaning', 'enabled', 'document'] },
  );
  await insertRows(
    db,
    engine,
    'looks',
    looks.map(({ connection, plan, firstMs, lastMs, lastRunMs, nextRunMs }) => ({
      connection,
      plan,
      first_ms: firstMs,
      last_ms: lastMs,
      last_run_ms: lastRunMs,
      next_run_ms: nextRunMs,
    })),
    { key: ['connection', 'plan', 'first_ms'], update: ['last_ms', 'last_run_ms', 'next_run_ms'] },
  );
}

async function putSubjects(db: Database, engine: Engine, { connection, subjects = [], retired = [] }: EvaluationWrite) {
  const rows = subjects.map(toSubjectRow);
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'id');
  await insertRows(db, engine, 'subjects', rows, { key: ['id'], update: columns });
  if (retired.length === 0) return;
  await db
    .updateTable('subjects')
    .set({ expected: 0, next_ms: null })
    .where('connection', '=', connection)
    .where(engine.among(sql.ref('id'), retired, 'text'))
    .execute();
}

async function putOccurrences(db: Database, engine: Engine, { occurrences = [], removed = [] }: EvaluationWrite) {
  const numbers = await numbersOf(db, engine, [...occurrences, ...removed]);
  const isFrozen = sql<boolean>`(occurrences.marks / ${sql.lit(occurrenceMarks.frozen)}) % 2 = 1`;
  for (const { subject, dueMs, track, version } of removed) {
    await db
      .deleteFrom('occurrences')
      .where('subject_no', '=', numbers.get(subject) ?? -1)
      .where('due_ms', '=', dueMs)
      .where('track', '=', track)
      .where('version', '=', version)
      .where(sql<boolean>`not (${isFrozen})`)
      .execute();
  }
  const rows = occurrences.flatMap((occurrence) => {
    const number = numbers.get(occurrence.subject);
    return number === undefined ? [] : { ...toOccurrenceRow(occurrence, number) };
  });
  await insertRows(db, engine, 'occurrences', rows, {
    key: ['subject_no', 'due_ms', 'track', 'version'],
    update: ['offset_ms', 'start_by_ms', 'end_by_ms', 'state', 'reason', 'marks', 'attempts'],
    where: sql<boolean>`not (${isFrozen})`,
  });
}

async function numbersOf(db: Database, engine: Engine, keys: readonly { readonly subject: string }[]) {
  const ids = [...new Set(keys.map(({ subject }) => subject))];
  if (ids.length === 0) return new Map<string, number>();
  const rows = await db
    .selectFrom('subjects')
    .select(['id', 'subject_no'])
    .where(engine.among(sql.ref('id'), ids, 'text'))
    .execute();
  return new Map(rows.map((row) => [row.id, row.subject_no]));
}

async function putFindings(db: Database, engine: Engine, { findings = [], changes = [] }: EvaluationWrite) {
  await insertRows(
    db,
    engine,
    'findings',
    findings.map(({ id, connection, subject, kind, severity, state, turnedMs, revision, document }) => ({
      id,
      connection,
      subject,
      kind,
      severity: severity === 'critical' ? 0 : 1,
      state,
      turned_ms: turnedMs,
      revision,
      document: toDocument(document),
    })),
    {
      key: ['id'],
      update: ['kind', 'severity', 'state', 'turned_ms', 'revision', 'document'],
      where: sql<boolean>`findings.revision <= excluded.revision`,
    },
  );
  await insertRows(
    db,
    engine,
    'finding_changes',
    changes.map(({ finding, revision, connection, atMs, document }) => ({
      finding,
      revision,
      connection,
      at_ms: atMs,
      document: toDocument(document),
    })),
    { key: ['finding', 'revision'], update: [] },
  );
}

/** The subject is due at once: what was said counts at the next turn. */
export async function putOverride(db: Database, engine: Engine, override: StoredOverride): Promise<void> {
  const { id, connection, kind, subject, untilMs, createdMs } = override;
  await insertRows(
    db,
    engine,
    'overrides',
    [
      {
        id,
        connection,
        kind,
        subject,
        until_ms: untilMs,
        created_ms: createdMs,
        document: toDocument(override),
      },
    ],
    { key: ['id'], update: ['until_ms', 'document'] },
  );
  await db.updateTable('subjects').set({ next_ms: 0 }).where('id', '=', subject).execute();
}
