import { permissions } from '@crossvault/core';
import { z } from 'zod';

/** What `dryRun=true` answers. */
export const plannedChangeSchema = z
  .object({
    needs: z.enum(permissions).describe('What the connection and the key have to allow.'),
    target: z.object({
      kind: z.enum(['job', 'plan', 'item', 'connection']),
      nativeId: z.string(),
      name: z.string().nullable(),
    }),
    confirm: z.string().nullable().describe('What `confirm` will have to be; null where nothing has to be confirmed.'),
    requests: z
      .array(
        z.object({
          method: z.string(),
          url: z.string(),
          headers: z.record(z.string(), z.string()),
          body: z.unknown(),
        }),
      )
      .describe('Exactly what would be sent, in this order, without the credential.'),
  })
  .meta({ id: 'PlannedChange', description: 'A change that was made ready and not sent.' });
