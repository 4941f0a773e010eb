import {
  baseUrl,
  certificateFile,
  connectionFields,
  plainText,
  secretReference,
  tokenCredential,
  type VendorDefinition,
} from '@crossvault/core/ports';
import { z } from 'zod';
import { environments, findHost, findIdentityHost, regionHosts, regions } from './regions.ts';

/** The path of the list; the vendor has renamed it several times. */
export const documentedJobsPath = '/backup/m365/cloudbackupjobs';

const jobsPath = plainText
  .refine(
    (path) => /^(?:\/[\w.~-]+)+\/?$/.test(path) && !/\/\.{1,2}(?:\/|$)/.test(path),
    `must be a path such as ${documentedJobsPath}, without a query`,
  )
  .transform((path) => path.replace(/\/$/, ''));

const locations = z
  .array(plainText.refine((location) => /^[A-Za-z]{2,64}$/.test(location), 'must be a location such as NAM or EUR'))
  .refine(
    (list) => new Set(list.map((location) => location.toLowerCase())).size === list.length,
    'must not name a location twice',
  );

const clientSecretCredential = z.strictObject({
  type: z.literal('client-secret'),
  /** Application (client) id of the app registration. */
  clientId: plainText,
  clientSecret: secretReference,
});

const certificateCredential = z.strictObject({
  type: z.literal('certificate'),
  clientId: plainText,
  /** A PEM file with the private key and its certificate. Read when a token is needed, so a renewed one is met by itself. */
  path: certificateFile,
  /** Of an encrypted private key. */
  password: secretReference.optional(),
});

export const avepointConfigSchema = z
  .strictObject({
    ...connectionFields,
    vendor: z.literal('avepoint'),
    /** Where the address is not that of the region or the environment. */
    baseUrl: baseUrl.optional(),
    /** Where tokens are requested, when that is not the environment's own address. */
    identityUrl: baseUrl.optional(),
    /** The data center that holds the tenant. */
    region: z
      .enum(regions, { error: `must be one of ${regions.join(', ')}; for any other data center use baseUrl` })
      .optional(),
    /** @default commercial */
    environment: z.enum(environments, { error: `must be one of ${environments.join(', ')}` }).default('commercial'),
    /** Parts of a Multi-Geo tenant, each a list of its own. @default none: `location` is never sent */
    locations: locations.default([]),
    jobsPath: jobsPath.default(documentedJobsPath),
    credential: z.discriminatedUnion('type', [clientSecretCredential, certificateCredential, tokenCredential], {
      error: 'must be a credential of the type client-secret, certificate or token',
    }),
  })
  .superRefine((config, issues) => {
    if (config.baseUrl !== undefined) return;
    if (config.environment !== 'commercial' && config.region !== undefined) {
      issues.addIssue({
        code: 'custom',
        path: ['region'],
        message: `belongs to the environment commercial; leave it out with ${config.environment}, or use baseUrl`,
      });
    }
    if (findHost(config.environment, config.region) === null) {
      issues.addIssue({
        code: 'custom',
        path: ['region'],
        message: `is missing: name the region (${Object.keys(regionHosts).join(', ')}) or a baseUrl`,
      });
    }
  });

export type AvepointConfig = z.infer<typeof avepointConfigSchema>;

/** The vendor as a configuration knows it: a connection is validated without the code that calls the vendor. */
export const avepointSettings = Object.freeze({
  id: 'avepoint',
  title: 'AvePoint Cloud Backup for Microsoft 365',
  configSchema: avepointConfigSchema,
} satisfies Omit<VendorDefinition<AvepointConfig>, 'connect'>);

/** The address of the API, without a slash at its end. */
export function toBaseUrl(config: AvepointConfig): string {
  return (
    config.baseUrl ?? `https://${findHost(config.environment, config.region) ?? 'graph.avepointonlineservices.com'}`
  );
}

/** The address of the token endpoint's server, without a slash at its end. */
export function toIdentityUrl(config: AvepointConfig): string {
  return config.identityUrl ?? `https://${findIdentityHost(config.environment)}`;
}
