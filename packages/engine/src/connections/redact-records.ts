import {
  type Explanation,
  isJsonObject,
  type Job,
  type JobRecord,
  type PreparedWrite,
  quoteVendor,
  type Rejection,
  redact,
  redactAnswer,
  type WriteReport,
} from '@crossvault/core';
import { hideKnown } from '@crossvault/core/internal';

/** A value of the same form in which every text was changed, at any depth. */
function mapTexts<Value>(value: Value, change: (text: string) => string): Value;
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item: unknown) => mapTexts(item, change));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [change(key), mapTexts(inner, change)]));
}

/** What comes from a connection, without its secrets and those of the configuration. A text under the name of a secret is hidden. */
export function redactTexts<Value>(value: Value, source: string): Value;
export function redactTexts(value: unknown, source: string): unknown {
  return redactAnswer(value, source);
}

/** Without the secrets that are known by their text. For what a connector reads again: signatures in addresses stay. */
export const hideKnownTexts = <Value>(value: Value, source: string): Value =>
  mapTexts(value, (text) => hideKnown(text, '[redacted]', source));

/** Something with an id by which the vendor is asked for it. */
interface Identified {
  readonly id: string;
  readonly nativeId: string;
}

/** The same without secrets; its ids stay: what has a secret in them is rejected by {@link isAddressable}. */
export function redactIdentified<Thing extends Identified>(thing: Thing, source: string): Thing {
  return { ...redactTexts(thing, source), id: thing.id, nativeId: thing.nativeId };
}

/**
 * Whether something can be stored and asked for by these texts. A secret in an id can neither be shown nor be replaced, since
 * the vendor knows the thing by it.
 */
export const isAddressable = (texts: readonly string[], source: string): boolean =>
  texts.every((text) => redact(text, source) === text);

/** A record with a secret in its id: it is counted, and its id is not shown. */
export const rejectSecretId = (raw: unknown, source: string): Rejection => ({
  nativeId: null,
  reason: 'no-readable-id',
  value: redactTexts(raw, source),
});

/** Null when there is a secret in its key or its id. */
export function redactRecord({ key, job, raw, context }: JobRecord, source: string): JobRecord | null {
  if (!isAddressable([...key, job.nativeId], source)) return null;
  return {
    key,
    job: redactIdentified(job, source),
    raw: redactTexts(raw, source),
    context: redactTexts(context, source),
  };
}

/** The fields as the job shows them, and what they were made of. */
export function redactExplanation(explanation: Explanation, source: string): Explanation {
  return {
    ...explanation,
    fields: explanation.fields.map((each) => ({
      ...each,
      from: each.from.map(({ path, value }) => ({
        path,
        ...(value === undefined ? {} : { value: redactAnswer(value, source, path) }),
      })),
      value: redactAnswer(each.value, source),
    })),
  };
}

export function redactWrite(prepared: PreparedWrite, source: string): PreparedWrite {
  const { needs, target, requests, before, facts } = prepared;
  return {
    needs,
    target: redactTexts(target, source),
    requests: redactTexts(requests, source),
    before: redactTexts(before, source),
    facts: hideKnownTexts(facts, source),
    send: async (call) => redactReport(await prepared.send(call), source),
  };
}

/** A code stands within lines of the log and the audit; a longer one is none. */
const longestCode = 128;

const redactError = (error: WriteReport['error'], source: string): WriteReport['error'] =>
  error === null || error.code === null ? error : { ...error, code: quoteVendor(error.code, source, longestCode) };

export const redactReport = (report: WriteReport, source: string): WriteReport => ({
  ...redactTexts({ ...report, error: redactError(report.error, source) }, source),
  jobs: report.jobs.filter((key) => isAddressable(key, source)),
  tracking: hideKnownTexts(report.tracking, source),
});

/** A stored job as it is shown: what an older redaction has stored may not have been redacted again yet. */
export const hideInJob = (job: Job): Job => redactIdentified(job, job.connection);
