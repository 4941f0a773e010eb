import { baseUrl, connectionFields, plainText, secretReference, tokenCredential } from '@crossvault/contract';
import { z } from 'zod';

const passwordCredential = z.strictObject({
  type: z.literal('password'),
  /** With its domain: `vac\administrator`. */
  username: plainText,
  password: secretReference,
});

export const veeamSpcConfigSchema = z.strictObject({
  ...connectionFields,
  /** The console with its port; REST v2 listens on 1281 unless it was installed otherwise. */
  baseUrl,
  apiVersion: z.literal('v2', {
    error: (issue) =>
      issue.input === 'v3'
        ? 'must be v2: REST v3 cannot be read yet'
        : 'must be v2, the version of the console that is read',
  }),
  credential: z.discriminatedUnion('type', [tokenCredential, passwordCredential], {
    error: (issue) =>
      issue.code === 'invalid_union' ? 'must have type token or password; REST v2 knows no API keys' : undefined,
  }),
});

export type VeeamSpcConfig = z.infer<typeof veeamSpcConfigSchema>;
