import type { Connector, JobRecord, MapResult } from '@crossvault/core';
import {
  isAddressable,
  redactExplanation,
  redactionVersion,
  redactRecord,
  redactReport,
  redactTexts,
  rejectSecretId,
} from './redact-records.ts';
import { checkNext, redactItems, redactingWrites, redactPlans, refuse, sortRecords } from './redacting-inventory.ts';

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
      return connector.mapperVersion * 100 + redactionVersion;
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
