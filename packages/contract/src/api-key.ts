import { z } from 'zod';
import { instantSchema } from './job.ts';

/**
 * What a key opens: `read` looks, `operate` starts, stops and changes, `destroy` removes data, `admin` makes and revokes
 * keys and reads the audit log. None of them brings another one along, but that all may look.
 */
export const scopes = ['read', 'operate', 'destroy', 'admin'] as const;
export type Scope = (typeof scopes)[number];
export const scopeSchema = z.enum(scopes);

/** An API key, without what it is: that is shown once, to whoever made it. */
export const apiKeySchema = z
  .object({
    id: z.string(),
    name: z.string().describe('Who or what it is for; the actor of the audit log.'),
    scopes: z.array(scopeSchema),
    connections: z.array(z.string()).nullable().describe('The connections that it opens; null: all.'),
    createdAt: instantSchema,
    expiresAt: instantSchema.nullable(),
    lastUsedAt: instantSchema.nullable().describe('To within a minute or so.'),
    revokedAt: instantSchema.nullable(),
  })
  .meta({ id: 'ApiKey' });

export type ApiKey = z.infer<typeof apiKeySchema>;
