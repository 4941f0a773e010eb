import type { Answer } from '@crossvault/client-kit';
import { reportWrite, type WriteReport } from '@crossvault/core';

/** Nobody knows what became of it; `looked` says what was looked at and what was seen there. */
export const unknown = (looked: string): WriteReport =>
  reportWrite('unknown', { error: { code: null, message: looked } });

/** What the console answered, for the audit log. */
export const toAnswer = ({ body, response }: Answer): unknown => ({ status: response.status, body: body ?? null });
