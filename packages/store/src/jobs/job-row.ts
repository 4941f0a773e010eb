import { hash } from 'node:crypto';
import type { Job, JobRecord } from '@crossvault/core';
import { contentOf, jobTextVersion, type KnownJob, recordOfKnown, writeJobText } from '@crossvault/core/store';
import type { WholeRow } from '../schema/schema.ts';
import { pack } from './packed-observation.ts';
import { toLexemes, toWordsText } from './words.ts';

const hashes = new WeakMap<JobRecord, string>();

/** Names the content of a reading; 22 letters for 132 bits. Worked out once for each record. */
export function hashOf(record: JobRecord): string {
  const known = hashes.get(record) ?? hash('sha256', contentOf(record), 'base64url').slice(0, 22);
  hashes.set(record, known);
  return known;
}

export const toMs = (instant: string): number => Date.parse(instant);
export const toInstant = (milliseconds: number): string => new Date(milliseconds).toISOString();

const orNull = <Value, Result>(value: Value | null | undefined, read: (value: Value) => Result): Result | null =>
  value === null || value === undefined ? null : read(value);

/** As ids and names are compared, without regard to case. No database keeps the character 0 within a text. */
export const fold = (text: string): string => text.toLowerCase().replaceAll('\0', '\ufffd');

/** Whether a job was missed or is gone, with the reading numbers of those observations. */
export interface Presence {
  readonly goneAt: string | null;
  readonly goneNumber: number | null;
  readonly missedNumber: number | null;
}

export const isThere: Presence = { goneAt: null, goneNumber: null, missedNumber: null };

/** What is stored of a job besides its readings. */
export interface RowOrigin {
  readonly id: string;
  readonly presence: Presence;
  /** `words` as stored; null for a new row. */
  readonly words: string | null;
}

/** The rows that a job is stored in. */
export function toRow(known: KnownJob, { id, presence, words }: RowOrigin): WholeRow {
  const { goneAt, goneNumber, missedNumber } = presence;
  const record = recordOfKnown(known);
  if (record === null) throw new TypeError('A job of which nothing was read cannot be stored.');
  const { job: mapped, context } = record;
  const job: Job = mapped.id === id && mapped.goneAt === goneAt ? mapped : { ...mapped, id, goneAt };
  const texts = writeJobText(job);
  const wordsText = toWordsText(job);
  const { list, full } = known;
  return {
    content: job,
    job: {
      id,
      connection: job.connection,
      vendor: job.vendor,
      list: context.list,
      native_id: fold(job.nativeId),
      kind: job.kind,
      status: job.status,
      trigger: job.trigger,
      problem: job.problem ? 1 : 0,
      ended: job.ended ? 1 : 0,
      target_id: orNull(job.target?.id, fold),
      target_name: orNull(job.target?.name, fold),
      plan_id: orNull(job.plan?.id, fold),
      plan_name: orNull(job.plan?.name, fold),
      tenant: orNull(job.tenant, fold),
      started_ms: orNull(job.startedAt, toMs),
      ended_ms: orNull(job.endedAt, toMs),
      observed_ms: toMs(job.observedAt),
      gone_ms: orNull(goneAt, toMs),
      read_whole: full?.record.job.ended === true ? 1 : 0,
      mapper_version: Math.min(...[list, full].flatMap((each) => each?.mapperVersion ?? [])),
      text_version: jobTextVersion,
      list_hash: orNull(list, ({ record }) => hashOf(record)),
      list_ms: orNull(list, ({ record }) => toMs(record.job.observedAt)),
      full_hash: orNull(full, ({ record }) => hashOf(record)),
      full_ms: orNull(full, ({ record }) => toMs(record.job.observedAt)),
      list_no: orNull(list, ({ number }) => number),
      full_no: orNull(full, ({ number }) => number),
      missed_no: missedNumber,
      gone_no: goneNumber,
      words: wordsText,
    },
    document: { ...texts, packed: pack(known, mapped, texts.document.length + texts.tasks.length) },
    lexemes: wordsText === words ? null : toLexemes(wordsText),
  };
}
