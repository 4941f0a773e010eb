import { certificateFile, plainText, secretReference, tokenCredential } from '@crossvault/core/ports';
import { z } from 'zod';

export const pathSegment = plainText.refine(
  (text) => !/[/?#\s]/.test(text) && text !== '.' && text !== '..',
  'must be a bare name without slashes or spaces',
);

const tenantId = plainText.refine(
  (text) => /^[0-9a-z.-]+$/i.test(text),
  'must be the id of a directory (tenant) or one of its domains',
);
const clientId = plainText;

const clientSecretCredential = z.strictObject({
  type: z.literal('client-secret'),
  tenantId,
  clientId,
  clientSecret: secretReference,
});

const certificateCredential = z.strictObject({
  type: z.literal('certificate'),
  tenantId,
  clientId,
  /** A PEM file with certificate and private key, read whenever a token is needed. */
  path: certificateFile,
  /** Of an encrypted private key. */
  password: secretReference.optional(),
});

const managedIdentityCredential = z.strictObject({
  type: z.literal('managed-identity'),
  /** Of a user-assigned identity; absent: the machine's own. */
  clientId: clientId.optional(),
});

/** Omitted values come from AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_FEDERATED_TOKEN_FILE, as a cluster sets them. */
const workloadIdentityCredential = z.strictObject({
  type: z.literal('workload-identity'),
  tenantId: tenantId.optional(),
  clientId: clientId.optional(),
  tokenFile: plainText.optional(),
});

/** The account that is signed in with `az login` on this machine. */
const azureCliCredential = z.strictObject({
  type: z.literal('azure-cli'),
  tenantId: tenantId.optional(),
  subscriptionId: pathSegment.optional(),
});

/** Microsoft's own chain: environment, workload identity, managed identity, then the tools of developers. */
const defaultCredential = z.strictObject({
  type: z.literal('default'),
  tenantId: tenantId.optional(),
  /** Of a user-assigned managed identity. */
  clientId: clientId.optional(),
});

const credentials = [
  clientSecretCredential,
  certificateCredential,
  managedIdentityCredential,
  workloadIdentityCredential,
  azureCliCredential,
  defaultCredential,
  tokenCredential,
] as const;

export const azureCredential = z.discriminatedUnion('type', credentials, {
  error: `must be { type: …, … } with one of the types ${credentials.map(({ shape }) => shape.type.value).join(', ')}`,
});

export type AzureCredential = z.infer<typeof azureCredential>;
/** A credential for requesting tokens, as opposed to a token. */
export type AskingCredential = Exclude<AzureCredential, { readonly type: 'token' }>;
