import { type Operation, parseJobId } from '@crossvault/core';
import type { AuditEntry, InventoryKind, ObservedThing, StoredOperation, TextRecords } from '@crossvault/core/store';
import { hideKnownTexts, isAddressable, redactIdentified, redactTexts } from './redact-records.ts';

const hidden = '[redacted]';

/** One of our ids holds what it is made of; what is none is looked at as it is. */
const isSafeId = (id: string, source: string): boolean => isAddressable(parseJobId(id)?.key ?? [id], source);
const hideId = (id: string, source: string): string => (isSafeId(id, source) ? id : hidden);

/** An operation as it is shown. */
export const redactShown = (operation: Operation, source: string): Operation => ({
  ...redactTexts(operation, source),
  id: operation.id,
  target: hideId(operation.target, source),
  jobs: operation.jobs.filter(({ id }) => isSafeId(id, source)),
});

/** An operation as it is stored by now: what is shown of it loses its secrets, what a connector reads again the known ones. */
function redactOperation(stored: StoredOperation, source: string): StoredOperation {
  const { operation, intent, tracking, endedJobs } = stored;
  return {
    ...stored,
    operation: redactShown(operation, source),
    intent: {
      ...intent,
      target: redactTexts(intent.target, source),
      facts: hideKnownTexts(intent.facts, source),
    },
    tracking: hideKnownTexts(tracking, source),
    endedJobs: endedJobs.filter((id) => isSafeId(id, source)),
  };
}

/** Target and detail of a line of the audit log. */
export const redactLine = <Line extends Pick<AuditEntry, 'target' | 'detail'>>(line: Line, source: string): Line => ({
  ...line,
  target: line.target === null ? null : hideId(line.target, source),
  detail: redactTexts(line.detail, source),
});

/** Null for what has a secret in its id. */
function redactObserved<Kind extends InventoryKind>(
  observed: ObservedThing<Kind>,
  source: string,
): ObservedThing<Kind> | null {
  const { key, thing, raw, tie } = observed;
  if (!isAddressable([...key, thing.nativeId], source)) return null;
  return {
    ...observed,
    thing: redactIdentified(thing, source),
    raw: redactTexts(raw, source),
    tie: redactTexts(tie, source),
  };
}

/** What becomes of a stored text; null: it goes, or (an id in the feed) becomes one that names nothing. */
type Redaction = (text: string, source: string) => string | null;

const throughJson =
  <Value>(redact: (value: Value, source: string) => Value | null): Redaction =>
  (text, source) => {
    const redacted = redact(JSON.parse(text), source);
    return redacted === null ? null : JSON.stringify(redacted);
  };

export const redactions: Readonly<Record<TextRecords, Redaction>> = {
  operations: throughJson(redactOperation),
  audit: throughJson(redactLine),
  plan: throughJson<ObservedThing<'plan'>>(redactObserved),
  item: throughJson<ObservedThing<'item'>>(redactObserved),
  successes: redactTexts,
  changes: (id, source) => (isSafeId(id, source) ? id : null),
};
