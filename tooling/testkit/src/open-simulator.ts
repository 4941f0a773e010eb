import type { Connector, VendorDefinition } from '@crossvault/contract';
import {
  type SimulatedVendor,
  type Simulators,
  type SimulatorsOptions,
  startSimulators,
  type VendorId,
} from '@crossvault/simulators';
import { connectSimulator } from './connect-simulator.ts';

/** One vendor's simulator with a connector of its package, until it is closed. */
export interface OpenSimulator {
  readonly simulators: Simulators;
  readonly vendor: SimulatedVendor;
  readonly connector: Connector;
  close(): Promise<void>;
}

export interface OpenOptions extends Omit<SimulatorsOptions, 'vendors'> {
  /** Settings of the connection, laid over the simulator's own. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export async function openSimulator<Config>(
  vendorId: VendorId,
  definition: VendorDefinition<Config>,
  { settings = {}, ...options }: OpenOptions = {},
): Promise<OpenSimulator> {
  const simulators = await startSimulators({ ...options, vendors: [vendorId] });
  const vendor = simulators.vendor(vendorId);
  const connector = connectSimulator(definition, simulators, vendor, { settings });
  return {
    simulators,
    vendor,
    connector,
    async close() {
      await connector.close();
      await simulators.close();
    },
  };
}
