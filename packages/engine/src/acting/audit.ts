import { type ActionRequest, type AuditEntry, type CrossvaultError, redactAnswer } from '@crossvault/contract';
import { type ActingParts, instantOf } from './acting-parts.ts';

/** Writes lines of the audit log; without a store they go where the process logs. */
export function createAudit({ store, clock, logger }: Pick<ActingParts, 'store' | 'clock' | 'logger'>) {
  async function write(line: Omit<AuditEntry, 'at'>): Promise<void> {
    const entry = { ...line, at: instantOf({ clock }), detail: redactAnswer(line.detail) };
    if (store === null) logger.info({ audit: entry }, 'Something was asked for.');
    else await store.appendAudit(entry);
  }
  return {
    write,
    /** What was refused: nothing was sent, or the vendor said no. */
    async refused(
      actor: string,
      connection: string | null,
      { action, target, parameters }: ActionRequest,
      { code, message }: CrossvaultError,
    ): Promise<void> {
      await write({ actor, action, connection, target, detail: { event: 'refused', parameters, code, message } });
    },
  };
}

export type Audit = ReturnType<typeof createAudit>;
