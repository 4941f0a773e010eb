import { permissions } from '@crossvault/core';
import { z } from 'zod';

/** The answer to `dryRun=true`. */
export const plannedChangeSchema = z
  .object({
    needs: z.enum(permissions).describe('The permission that the connection and the key must have.'),
    target: z.object({
      kind: z.enum(['job', 'plan', 'item', 'connection']),
      nativeId: z.string(),
      name: z.string().nullable(),
    }),
    confirm: z.string().nullable().describe('The required value of `confirm`; null where no confirmation is needed.'),
    requests: z
      .array(
        z.object({
          method: z.string(),
          url: z.string(),
          headers: z.record(z.string(), z.string()),
          body: z.unknown(),
        }),
      )
      .describe('The exact requests that would be sent, in order, without the credential.'),
  })
  .meta({ id: 'PlannedChange', description: 'An action that was prepared and not sent.' });
