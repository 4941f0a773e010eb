import {
  type ActionRequest,
  type AuditEntry,
  type CrossvaultError,
  type Operation,
  type PreparedWrite,
  redactAnswer,
  type StoredOperation,
} from '@crossvault/core';
import { redactLine } from '../connections/stored-redaction.ts';
import { type ActingParts, instantOf } from './action-parts.ts';
import type { Sent } from './send-action.ts';

/** Writes lines of the audit log; without a store they go where the process logs. */
export function createAudit({ store, clock, logger }: Pick<ActingParts, 'store' | 'clock' | 'logger'>) {
  async function write(line: Omit<AuditEntry, 'at'>): Promise<void> {
    const redacted =
      line.connection === null ? { ...line, detail: redactAnswer(line.detail) } : redactLine(line, line.connection);
    const entry = { ...redacted, at: instantOf({ clock }) };
    if (store === null) logger.info({ audit: entry }, 'Something was asked for.');
    else await store.appendAudit(entry);
  }
  const writeOf = (operation: Operation, detail: Readonly<Record<string, unknown>>): Promise<void> => {
    const { id, actor = '', action, connection, target, targetName: name } = operation;
    return write({ actor, action, connection, target, detail: { name, ...detail, operation: id } });
  };
  return {
    write,
    /** What was refused: nothing was sent, or the vendor said no. */
    refused: (
      actor: string,
      connection: string | null,
      { action, target, parameters }: ActionRequest,
      { code, message }: CrossvaultError,
    ): Promise<void> =>
      write({ actor, action, connection, target, detail: { event: 'refused', parameters, code, message } }).catch(
        (error: unknown) => logger.warn({ error }, 'A refusal could not be written down.'),
      ),
    /** Before it is: where the process dies now, this is what is known. */
    sending: (
      { operation }: StoredOperation,
      { parameters }: ActionRequest,
      { before, requests }: PreparedWrite,
    ): Promise<void> => writeOf(operation, { event: 'sending', parameters, before, requests }),
    /** What came of sending. A refusal is told of by whoever is told. */
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
    /** How it ended: the request, or with `isOver` all of it. */
    ended: (operation: Operation, isOver: boolean, after: unknown): Promise<void> => {
      const { status, outcome, error } = operation;
      return writeOf(operation, { event: isOver ? 'over' : 'finished', status, outcome, error, after });
    },
  };
}

export type Audit = ReturnType<typeof createAudit>;
