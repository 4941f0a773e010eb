import {
  jobNotFound,
  mismatchedAnswer,
  nullWhenAbsent,
  readRetryAfter,
  unreadableAnswer,
} from '@crossvault/client-kit';
import {
  type CallOptions,
  type ConnectorContext,
  isJsonObject,
  type JobKey,
  type JobRecord,
  type Operation,
  parseWire,
  readText,
} from '@crossvault/core';
import type { AzureJobClient } from '../client/client.ts';
import type { JobSource } from '../client/job-source.ts';
import { isJobId, toJobKey } from '../mapping/key.ts';
import { type MadeJob, madeJobs, toOperation } from '../mapping/map-operation.ts';
import { segmentAfter } from '../mapping/protection-key.ts';
import { operationStatusWire } from '../mapping/wire-operation.ts';
import { gather } from './gather.ts';
import { keyOf, type Sources } from './sources.ts';

export interface OperationsOptions {
  readonly client: AzureJobClient;
  readonly sources: Sources;
  readonly context: ConnectorContext;
  readJob(source: JobSource, jobName: string, call: CallOptions): Promise<JobRecord | null>;
}

/** Operations of Recovery Services vaults. Its id does not contain the vault, so all vaults are queried. */
export function createOperations({ client, sources, context, readJob }: OperationsOptions) {
  const { connection, clock } = context;

  async function look(source: JobSource, id: string, call: CallOptions): Promise<Operation | null> {
    const answer = await nullWhenAbsent(client.getOperation(source.vault, id, call));
    if (answer === null) return null;
    if (!isJsonObject(answer.body)) {
      throw unreadableAnswer(connection, `The answer for the operation ${id} is not an operation.`);
    }
    const status = parseWire(operationStatusWire, answer.body);
    const answered = [readText(status.name).value, segmentAfter(readText(status.id).value ?? '', 'backupOperations')];
    const other = answered.find((name) => name !== null && name.toLowerCase() !== id.toLowerCase());
    if (typeof other === 'string') throw mismatchedAnswer(connection, 'operation', id, other);
    const made = await Promise.all(
      madeJobs(status).map(async (jobName): Promise<MadeJob> => {
        const key: JobKey = toJobKey(keyOf(source), jobName);
        return { key, job: (await readJob(source, jobName, call))?.job ?? null };
      }),
    );
    const retryAfterSeconds = readRetryAfter(answer.response, clock.now());
    return toOperation(status, { connection, vault: source.vault, id, made, retryAfterSeconds });
  }

  return {
    async get(nativeId: string, call: CallOptions): Promise<Operation> {
      const vaults = [...(await sources.lists(call)).values()].filter(({ source }) => source?.kind === 'vault');
      const found = isJobId(nativeId) ? await gather(vaults, (source) => look(source, nativeId, call)) : [];
      const [operation] = found;
      if (operation === undefined) throw jobNotFound(connection, `operation ${nativeId}`);
      return operation;
    },
  };
}
