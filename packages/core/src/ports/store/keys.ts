import { z } from 'zod';
import { instantSchema } from '../../model/job.ts';

/**
 * What a key opens: `read` looks, `operate` starts, stops and changes, `destroy` removes data, `admin` makes and revokes
 * keys and reads the audit log. None of them brings another one along, but that all may look.
 */
export const scopes = ['read', 'operate', 'destroy', 'admin'] as const;
export type Scope = (typeof scopes)[number];
export const scopeSchema = z.enum(scopes);

const longestKeyName = 200;
const lookAlikes = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}|\p{Script=Greek}/u] as const;

/** The name of a new key. It appears in the audit log and the request log, so names must not be confusable. */
export const keyNameSchema = z
  .string()
  .min(1, 'a key needs a name.')
  .max(longestKeyName, `at most ${longestKeyName} characters are allowed.`)
  .refine((name) => name === name.trim(), 'no space may stand at its beginning or end.')
  .refine(
    (name) => !/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/u.test(name),
    'only visible characters and single spaces are allowed.',
  )
  .refine((name) => !name.includes('  '), 'only visible characters and single spaces are allowed.')
  .refine(
    (name) => !lookAlikes.every((script) => script.test(name)),
    'Latin letters do not go together with Cyrillic or Greek ones, which look the same.',
  );

/** An API key without its text, which is shown only once, when the key is created. */
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

/** The keys that open Crossvault to others. None of their texts is kept: a key is found by the hash of it. */
export interface StoreKeys {
  /** `hash`: SHA-256 of the key's text, in hexadecimal digits. */
  putKey(key: ApiKey, hash: string): Promise<void>;
  /** Null when there is none. */
  findKey(hash: string): Promise<ApiKey | null>;
  /** Newest first, also expired and revoked ones. */
  listKeys(): Promise<readonly ApiKey[]>;
  /** Says when it was revoked, where it was not before. False when there is no such key. */
  revokeKey(id: string, at: string): Promise<boolean>;
  /** Says when it was used last. */
  noteKeyUse(id: string, at: string): Promise<void>;
}
