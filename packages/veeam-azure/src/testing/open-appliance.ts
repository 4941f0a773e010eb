import { type ConnectorContext, type Permission, Secret } from '@crossvault/core';
import { worldOf } from '@crossvault/harness';
import {
  type Appliance,
  type SimulatedVendor,
  type Simulators,
  startSimulators,
  veeamApplianceOf,
} from '@crossvault/simulators';
import { createTestContext } from '@crossvault/testkit';
import { createVeeamAzureCalls, type VeeamAzureCalls } from '../client/client.ts';
import { type VeeamAzureConfig, veeamAzureConfigSchema } from '../config.ts';
import { createVeeamAzureConnector } from '../connector/connector.ts';
import type { ApiVersion } from '../versions.ts';

export interface ApplianceOptions {
  /** @default 30 */
  readonly jobs?: number;
  /** @default svc-crossvault */
  readonly username?: string;
  readonly apiVersion?: ApiVersion;
  /** Whether the appliance also sends what its own models do not allow. @default false */
  readonly oddities?: boolean;
  /** What may be changed. @default nothing */
  readonly allow?: readonly Permission[];
  /** Put around every request. */
  readonly watch?: (fetch: ConnectorContext['fetch']) => ConnectorContext['fetch'];
}

/** A simulated appliance, and what talks to it, until it is closed. */
export interface OpenAppliance {
  readonly simulators: Simulators;
  readonly vendor: SimulatedVendor;
  readonly appliance: Appliance;
  readonly config: VeeamAzureConfig;
  readonly context: ConnectorContext;
  readonly connector: ReturnType<typeof createVeeamAzureConnector>;
  /** A client of its own, beside the connector's. */
  readonly client: VeeamAzureCalls;
  /** All log messages, in one text. */
  readonly said: () => string;
  close(): Promise<void>;
}

export async function openAppliance(options: ApplianceOptions = {}): Promise<OpenAppliance> {
  const { jobs = 30, username = 'svc-crossvault', apiVersion = 'v8.1', allow = [], watch = (fetch) => fetch } = options;
  const simulators = await startSimulators({
    vendors: ['veeam-azure'],
    jobs,
    start: '2026-03-02T12:00:00.000Z',
    oddities: options.oddities ?? false,
    veeamAzure: { apiVersion },
  });
  const vendor = simulators.vendor('veeam-azure');
  const world = worldOf(simulators);
  const said: string[] = [];
  const note = (fields: object, message: string): void => void said.push(`${JSON.stringify(fields)} ${message}`);
  const context = createTestContext({
    connection: 'veeam-ukwest',
    clock: world.clock,
    allow,
    logger: { debug: note, info: note, warn: note, error: note },
    fetch: watch(world.fetch),
  });
  const config = veeamAzureConfigSchema.parse({
    name: 'veeam-ukwest',
    vendor: 'veeam-azure',
    baseUrl: vendor.url,
    apiVersion,
    credential: { type: 'password', username, password: new Secret(vendor.connection.secrets['password'] ?? '') },
  });
  const connector = createVeeamAzureConnector(config, context);
  return {
    simulators,
    vendor,
    appliance: veeamApplianceOf(vendor),
    config,
    context,
    connector,
    client: createVeeamAzureCalls(config, context),
    said: () => said.join('\n'),
    async close() {
      await connector.close();
      await simulators.close();
    },
  };
}
