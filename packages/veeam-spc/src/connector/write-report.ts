import type { Answer } from '@crossvault/client-kit';
import type { WriteReport } from '@crossvault/contract';

const nothing: Omit<WriteReport, 'status'> = {
  jobs: [],
  startedAt: null,
  endedAt: null,
  retryAfterSeconds: null,
  error: null,
  tracking: null,
  answer: null,
};

/** A report of this status, and what else there is to say. */
export const report = (status: WriteReport['status'], rest: Partial<WriteReport> = {}): WriteReport => ({
  ...nothing,
  ...rest,
  status,
});

/** Nobody knows what became of it; `looked` says what was looked at and what was seen there. */
export const unknown = (looked: string): WriteReport => report('unknown', { error: { code: null, message: looked } });

/** What the console answered, for the audit log. */
export const toAnswer = ({ body, response }: Answer): unknown => ({ status: response.status, body: body ?? null });
