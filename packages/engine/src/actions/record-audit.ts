import {
  type ActionRequest,
  actions,
  actionTargets,
  CrossvaultError,
  type Operation,
  type PreparedWrite,
  redactAnswer,
} from '@crossvault/core';
import type { AuditEntry, StoredOperation } from '@crossvault/core/store';
import { findSource } from '../connections/source.ts';
import { redactLine } from '../connections/stored-redaction.ts';
import { type ReadInventoryRecord, readers, readWholeInventory } from '../inventory/inventory-readers.ts';
import { type ActingParts, instantOf } from './action-parts.ts';
import type { Sent } from './send-action.ts';

/** Writes entries of the audit log; without a store they go to the log of the process. */
export function createAudit({ store, clock, logger }: Pick<ActingParts, 'store' | 'clock' | 'logger'>) {
  async function write(line: Omit<AuditEntry, 'at'>): Promise<void> {
    const redacted =
      line.connection === null ? { ...line, detail: redactAnswer(line.detail) } : redactLine(line, line.connection);
    const entry = { ...redacted, at: instantOf({ clock }) };
    if (store === null) logger.info({ audit: entry }, 'Audit entry.');
    else await store.appendAudit(entry);
  }
  const writeOf = (operation: Operation, detail: Readonly<Record<string, unknown>>): Promise<void> => {
    const { id, actor = '', action, connection, target, targetName: name } = operation;
    return write({ actor, action, connection, target, detail: { name, ...detail, operation: id } });
  };
  return {
    write,
    /** A change that was refused, by Crossvault or by the vendor. */
    refused: (
      actor: string,
      connection: string | null,
      { action, target, parameters }: ActionRequest,
      { code, message }: CrossvaultError,
    ): Promise<void> =>
      write({ actor, action, connection, target, detail: { event: 'refused', parameters, code, message } }).catch(
        (error: unknown) => logger.warn({ error }, 'A refusal could not be written to the audit log.'),
      ),
    /** Written before sending: if the process dies, this entry is what remains. */
    sending: (
      { operation }: StoredOperation,
      { parameters }: ActionRequest,
      { before, requests }: PreparedWrite,
    ): Promise<void> => writeOf(operation, { event: 'sending', parameters, before, requests }),
    /** The result of sending. A refusal is recorded by `refused`. */
    async sent({ operation }: StoredOperation, sent: Sent): Promise<void> {
      const { status, jobs } = operation;
      if (sent.kind === 'reported') {
        const { answer } = sent.report;
        await writeOf(operation, { event: 'accepted', status, answer, jobs: jobs.map(({ id }) => id) });
      } else if (sent.kind === 'lost') {
        const { code, message } = sent.error;
        await writeOf(operation, { event: 'lost', status, code, message });
      }
    },
    /** The end of the request, or with `isOver` of its jobs too. */
    ended: (operation: Operation, isOver: boolean, after: unknown): Promise<void> => {
      const { status, outcome, error } = operation;
      return writeOf(operation, { event: isOver ? 'over' : 'finished', status, outcome, error, after });
    },
  };
}

export type Audit = ReturnType<typeof createAudit>;

/** Reads the current state of the target, for the audit log and the store; null when it cannot be read. */
export type ReadTarget = (operation: Operation) => Promise<unknown>;

export function createReadTarget(
  { readJob, closing, logger, sources, store, clock }: ActingParts,
  readInventoryRecord: ReadInventoryRecord,
): ReadTarget {
  /** What was put under protection is an item that no id is known of: the list has it. */
  async function readItems(connection: string): Promise<void> {
    if (store === null) return;
    const source = findSource(sources, connection);
    const takeNumber = () => store.takeReadingNumber();
    const { things } = await readWholeInventory(clock, source, readers.item, { signal: closing }, takeNumber);
    await store.putThings('item', things);
  }

  return async ({ action, target, connection }) => {
    const known = actions.find((each) => each === action);
    const kind = known === undefined ? 'connection' : actionTargets[known];
    try {
      if (kind === 'job') return (await readJob(target, closing)).job;
      if (action === 'protect') await readItems(connection);
      return kind === 'connection' ? null : (await readInventoryRecord(kind, target, { signal: closing })).thing;
    } catch (error) {
      const { code, message } = CrossvaultError.from(error);
      logger.debug({ target, code }, message);
      return null;
    }
  };
}
