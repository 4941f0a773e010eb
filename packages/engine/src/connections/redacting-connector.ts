import {
  type Connector,
  CrossvaultError,
  type JobRecord,
  type MapResult,
  type PlanCalls,
  type PlanRecord,
  type PreparedWrite,
  type ProtectedItemCalls,
  type ProtectedItemRecord,
  type Rejection,
} from '@crossvault/core';
import { hideKnown, isAskable } from '@crossvault/core/internal';
import { jobTextVersion } from '@crossvault/core/store';
import {
  isAddressable,
  redactExplanation,
  redactIdentified,
  redactRecord,
  redactReport,
  redactTexts,
  redactWrite,
  rejectSecretId,
} from './redact-records.ts';

/**
 * The one place where what vendors say loses its secrets: everything that a connector gives, before it is stored, indexed, shown
 * or logged. So no text is hidden here and clear there, and no search finds what is not shown. Errors lose theirs when they are
 * said of the connection.
 */
export function createRedactingConnector(connector: Connector, source: string): Connector {
  const { definitionOf, jobLog, cancelJob, retryJob, plans, protectedItems, exportJobs, operations, writes } =
    connector;
  const whole = (record: JobRecord): JobRecord => redactRecord(record, source) ?? refuse(source);
  const write = redactingWrites(source);
  return {
    vendor: connector.vendor,
    history: connector.history,
    addresses: connector.addresses,
    get mapperVersion() {
      return connector.mapperVersion * 100 + jobTextVersion;
    },
    condition: () => connector.condition(),
    async jobLists(call) {
      const lists = await connector.jobLists(call);
      return isAddressable(
        lists.map(({ key }) => key),
        source,
      )
        ? lists
        : refuse(source);
    },
    async listJobs(...given) {
      const page = await connector.listJobs(...given);
      const { kept, rejected } = sortRecords(page.records, (record) => redactRecord(record, source), source);
      return {
        ...page,
        records: kept,
        rejected: [...redactTexts(page.rejected, source), ...rejected],
        warnings: redactTexts(page.warnings, source),
        next: checkNext(page.next, source),
      };
    },
    findJobs: async (...given) => (await connector.findJobs(...given)).filter((key) => isAddressable(key, source)),
    getJob: async (...given) => whole(await connector.getJob(...given)),
    explainJob(raw, context) {
      const explanation = connector.explainJob(raw, context);
      return explanation === null ? null : redactExplanation(explanation, source);
    },
    mapJob(raw, context): MapResult {
      const result = connector.mapJob(raw, context);
      if (result.kind === 'rejected') return { ...result, rejection: redactTexts(result.rejection, source) };
      const record = redactRecord(result.record, source);
      return record === null ? { kind: 'rejected', rejection: rejectSecretId(raw, source) } : { kind: 'job', record };
    },
    probe: async (call) => redactTexts(await connector.probe(call), source),
    close: () => connector.close(),
    ...(definitionOf === undefined ? {} : { definitionOf }),
    ...(jobLog === undefined ? {} : { jobLog: async (...given) => redactTexts(await jobLog(...given), source) }),
    ...(cancelJob === undefined ? {} : { cancelJob: write(cancelJob) }),
    ...(retryJob === undefined ? {} : { retryJob: write(retryJob) }),
    ...(exportJobs === undefined ? {} : { exportJobs: write(exportJobs) }),
    ...(plans === undefined ? {} : { plans: redactPlans(plans, source) }),
    ...(protectedItems === undefined ? {} : { protectedItems: redactItems(protectedItems, source) }),
    ...(operations === undefined
      ? {}
      : { operations: { get: async (...given) => redactTexts(await operations.get(...given), source) } }),
    ...(writes === undefined
      ? {}
      : {
          writes: {
            follow: async (...given) => redactReport(await writes.follow(...given), source),
            lookUp: async (...given) => redactReport(await writes.lookUp(...given), source),
          },
        }),
  };
}

/** Wraps what prepares a change. */
const redactingWrites =
  (source: string) =>
  <Arguments extends readonly unknown[]>(prepare: (...given: Arguments) => Promise<PreparedWrite>) =>
  async (...given: Arguments): Promise<PreparedWrite> =>
    redactWrite(await prepare(...given), source);

/** Thrown for what the vendor is asked by, when it holds a secret. */
function refuse(source: string): never {
  throw new CrossvaultError({
    code: 'answer-unreadable',
    message:
      'The source answered with an id that is too long, or holds a secret of this connection. It is neither shown nor stored.',
    source,
  });
}

/** A page token is handed to callers, so the vendor cannot be allowed to put our token into it. */
function checkNext(next: string | null, source: string): string | null {
  return next === null || hideKnown(next, '', source) === next ? next : refuse(source);
}

/** Records without secrets, and those that cannot be asked for again: a secret in their id, or an id that is too long. */
function sortRecords<Record extends { readonly raw: unknown }>(
  records: readonly Record[],
  redact: (record: Record) => Record | null,
  source: string,
): { readonly kept: readonly Record[]; readonly rejected: readonly Rejection[] } {
  const redacted = records.map((record) => ({ raw: record.raw, record: redact(record) }));
  return {
    kept: redacted.flatMap(({ record }) => (record === null ? [] : [record])),
    rejected: redacted.flatMap(({ raw, record }) => (record === null ? [rejectSecretId(raw, source)] : [])),
  };
}

function redactPlan(record: PlanRecord, source: string): PlanRecord | null {
  const { key, plan, raw, jobLink } = record;
  if (!isAskable(plan.id) || !isAddressable([...key, plan.nativeId], source)) return null;
  return {
    key,
    plan: redactIdentified(plan, source),
    raw: redactTexts(raw, source),
    ...(jobLink === undefined ? {} : { jobLink: redactTexts(jobLink, source) }),
  };
}

function redactItem(record: ProtectedItemRecord, source: string): ProtectedItemRecord | null {
  const { key, item, raw, jobLink } = record;
  if (!isAskable(item.id) || !isAddressable([...key, item.nativeId], source)) return null;
  return {
    key,
    item: redactIdentified(item, source),
    raw: redactTexts(raw, source),
    ...(jobLink === undefined ? {} : { jobLink: redactTexts(jobLink, source) }),
  };
}

function redactPlans(plans: PlanCalls, source: string): PlanCalls {
  const { run, stop, enable, disable, update, remove } = plans;
  const write = redactingWrites(source);
  return {
    async list(...given) {
      const page = await plans.list(...given);
      const { kept, rejected } = sortRecords(page.records, (record) => redactPlan(record, source), source);
      const known = redactTexts(page.rejected, source);
      return { ...page, records: kept, rejected: [...known, ...rejected], next: checkNext(page.next, source) };
    },
    get: async (...given) => redactPlan(await plans.get(...given), source) ?? refuse(source),
    ...(run === undefined ? {} : { run: write(run) }),
    ...(stop === undefined ? {} : { stop: write(stop) }),
    ...(enable === undefined ? {} : { enable: write(enable) }),
    ...(disable === undefined ? {} : { disable: write(disable) }),
    ...(update === undefined ? {} : { update: write(update) }),
    ...(remove === undefined ? {} : { remove: write(remove) }),
  };
}

function redactItems(items: ProtectedItemCalls, source: string): ProtectedItemCalls {
  const { protect, backUp, changePlan, stopProtection, resumeProtection, undelete, restore } = items;
  const { recoveryPoints, containers, refreshContainers } = items;
  const write = redactingWrites(source);
  return {
    async list(...given) {
      const page = await items.list(...given);
      const { kept, rejected } = sortRecords(page.records, (record) => redactItem(record, source), source);
      const known = redactTexts(page.rejected, source);
      return { ...page, records: kept, rejected: [...known, ...rejected], next: checkNext(page.next, source) };
    },
    get: async (...given) => redactItem(await items.get(...given), source) ?? refuse(source),
    ...(protect === undefined ? {} : { protect: write(protect) }),
    ...(backUp === undefined ? {} : { backUp: write(backUp) }),
    ...(changePlan === undefined ? {} : { changePlan: write(changePlan) }),
    ...(stopProtection === undefined ? {} : { stopProtection: write(stopProtection) }),
    ...(resumeProtection === undefined ? {} : { resumeProtection: write(resumeProtection) }),
    ...(undelete === undefined ? {} : { undelete: write(undelete) }),
    ...(restore === undefined ? {} : { restore: write(restore) }),
    ...(refreshContainers === undefined ? {} : { refreshContainers: write(refreshContainers) }),
    // Their ids are shown and not stored: one with a secret in it stays listed, and cannot be asked for.
    ...(recoveryPoints === undefined
      ? {}
      : { recoveryPoints: async (...given) => redactTexts(await recoveryPoints(...given), source) }),
    ...(containers === undefined ? {} : { containers: async (call) => redactTexts(await containers(call), source) }),
  };
}
