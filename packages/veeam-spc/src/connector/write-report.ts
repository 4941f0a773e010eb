import type { Answer } from '@crossvault/client-kit';
import { reportWrite, type WriteReport } from '@crossvault/core';

/** The outcome is unknown; `looked` says what was checked and what was found. */
export const unknown = (looked: string): WriteReport =>
  reportWrite('unknown', { error: { code: null, message: looked } });

/** What the console answered, for the audit log. */
export const toAnswer = ({ body, response }: Answer): unknown => ({ status: response.status, body: body ?? null });
