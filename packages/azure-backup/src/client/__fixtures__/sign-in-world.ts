import 'reflect-metadata';
import { KeyObject, webcrypto } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TokenSource } from '@crossvault/client-kit';
import { type ConnectorContext, Secret } from '@crossvault/core';
import { type SimulatedVendor, type SimulatorsOptions, startSimulators } from '@crossvault/simulators';
import { createTestContext } from '@crossvault/testkit';
import { X509CertificateGenerator } from '@peculiar/x509';
import { azureBackupConfigSchema } from '../../config.ts';
import { createAzureBackupTokens } from '../auth.ts';
import { cloudEndpointsOf } from '../clouds.ts';

/** The libraries use the machine's clock; here it only limits requests that hang. */
const clock: ConnectorContext['clock'] = {
  now: Date.now,
  monotonicMs: () => performance.now(),
  sleep: (milliseconds, options) => sleep(milliseconds, undefined, { ...options, ref: false }),
};

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};

/** A certificate of its own for an app, with its private key, both in PEM. */
export async function makeCertificate(): Promise<{ readonly certificate: string; readonly key: string }> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=app',
    signingAlgorithm: algorithm,
    keys,
  });
  const key = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' });
  return { certificate: certificate.toString('pem'), key: String(key) };
}

/** A simulated tenant with a folder for what a credential reads from files. */
export interface SignInWorld {
  readonly azure: SimulatedVendor;
  readonly folder: string;
  readonly app: { readonly tenantId: string; readonly clientId: string };
  readonly clientSecret: string;
  /** The credential of the app's secret. */
  readonly secret: {
    readonly type: 'client-secret';
    readonly tenantId: string;
    readonly clientId: string;
    readonly clientSecret: Secret;
  };
  file(name: string, text: string, mode?: number): Promise<string>;
  /** Sends to the simulator, which is the metadata service of this machine as well. */
  readonly fetch: ConnectorContext['fetch'];
  tokensFor(credential: object, fetchIt?: ConnectorContext['fetch'], settings?: object): TokenSource;
  isTaken(token: string): Promise<boolean>;
  close(): Promise<void>;
}

export async function openSignInWorld(azureBackup: SimulatorsOptions['azureBackup'] = {}): Promise<SignInWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'azure-sign-in-'));
  const simulators = await startSimulators({ vendors: ['azure-backup'], jobs: 1, azureBackup });
  const azure = simulators.vendor('azure-backup');
  const known = azure.connection.settings((key) => azure.connection.secrets[key] ?? '')['credential'];
  const { tenantId, clientId, clientSecret } = known as Record<'tenantId' | 'clientId' | 'clientSecret', string>;
  const app = { tenantId, clientId };
  const sendHere: ConnectorContext['fetch'] = (request) =>
    fetch(new Request(request.url.replace('http://169.254.169.254', azure.url), request));

  return {
    azure,
    folder,
    app,
    clientSecret,
    secret: { type: 'client-secret', ...app, clientSecret: new Secret(clientSecret) },
    async file(name, text, mode = 0o600) {
      await writeFile(join(folder, name), text, { mode });
      return join(folder, name);
    },
    fetch: sendHere,
    tokensFor(credential, fetchIt = sendHere, settings = {}) {
      const config = azureBackupConfigSchema.parse({
        name: 'azure',
        vendor: 'azure-backup',
        vaults: [{ subscriptionId: 's', resourceGroup: 'g', name: 'v' }],
        baseUrl: azure.url,
        authorityHost: azure.url,
        credential,
        ...settings,
      });
      const context = createTestContext({ connection: 'azure', clock, fetch: fetchIt });
      return createAzureBackupTokens(config, cloudEndpointsOf(config), context);
    },
    async isTaken(token) {
      const path = '/subscriptions/8b6e2a31-5c74-4f0d-9a1e-2f6d7c3b9e50/providers/Microsoft.RecoveryServices/vaults';
      const headers = { authorization: `Bearer ${token}` };
      return (await fetch(`${azure.url}${path}?api-version=2022-10-01`, { headers })).ok;
    },
    async close() {
      await simulators.close();
      await rm(folder, { recursive: true });
    },
  };
}
