import {
  baseUrl,
  connectionFields,
  plainText,
  secretReference,
  tokenCredential,
  type VendorDefinition,
} from '@crossvault/core/ports';
import { z } from 'zod';

const passwordCredential = z.strictObject({
  type: z.literal('password'),
  /** With its domain: `vac\administrator`. */
  username: plainText,
  password: secretReference,
});

/** A key that was made in the console for REST v3; it is sent as it is. */
const apiKeyCredential = z.strictObject({
  type: z.literal('api-key'),
  key: secretReference.refine((secret) => /^[\x21-\x7e]+\s*$/.test(secret.reveal()), {
    error: 'must refer to one line of visible characters without spaces',
  }),
});

export const veeamSpcConfigSchema = z
  .strictObject({
    ...connectionFields,
    /** The console with its port: unless it was installed otherwise, REST v3 listens on 1280 and REST v2 on 1281. */
    baseUrl,
    apiVersion: z.enum(['v2', 'v3'], {
      error: 'must be v3, or v2 for consoles up to 6.0',
    }),
    /** Minor version of REST v3 that the console is to speak; absent: its newest. */
    clientVersion: plainText
      .refine((text) => /^\d+(\.\d+){1,3}$/.test(text), 'must be a minor version of REST v3 such as 3.6.1')
      .optional(),
    credential: z.discriminatedUnion('type', [tokenCredential, passwordCredential, apiKeyCredential], {
      error: (issue) => (issue.code === 'invalid_union' ? 'must have type api-key, password or token' : undefined),
    }),
  })
  .superRefine(({ apiVersion, clientVersion, credential }, issues) => {
    if (apiVersion === 'v3') return;
    if (credential.type === 'api-key') {
      const message = 'must be password or token with apiVersion v2: REST v2 knows no API keys';
      issues.addIssue({ code: 'custom', path: ['credential', 'type'], message });
    }
    if (clientVersion !== undefined) {
      issues.addIssue({ code: 'custom', path: ['clientVersion'], message: 'must be absent with apiVersion v2' });
    }
  });

export type VeeamSpcConfig = z.infer<typeof veeamSpcConfigSchema>;

/** The vendor as a configuration knows it: a connection is validated without the code that calls the vendor. */
export const veeamSpcSettings = Object.freeze({
  id: 'veeam-spc',
  title: 'Veeam Service Provider Console',
  configSchema: veeamSpcConfigSchema,
} satisfies Omit<VendorDefinition<VeeamSpcConfig>, 'connect'>);
