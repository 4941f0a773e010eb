import type { Connector, VendorDefinition } from '@crossvault/core';
import {
  type SimulatedVendor,
  type Simulators,
  type SimulatorsOptions,
  startSimulators,
  type VendorId,
} from '@crossvault/simulators';
import { type VirtualWorld, worldOf } from '../time/virtual-world.ts';
import { type ConnectOptions, connectSimulator } from './connect-simulator.ts';

/** One vendor's simulator with a connector of its package, until it is closed. */
export interface OpenSimulator {
  readonly simulators: Simulators;
  readonly vendor: SimulatedVendor;
  readonly connector: Connector;
  /** In which the connector lives, but for what it was given instead. */
  readonly world: VirtualWorld;
  close(): Promise<void>;
}

export interface OpenOptions extends Omit<SimulatorsOptions, 'vendors'> {
  /** Settings of the connection, laid over the simulator's own. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What else the connector is connected with. */
  readonly connect?: Omit<ConnectOptions, 'settings'>;
}

/** Oddities are among its records, unless they are not wanted: a connector has to bear them. */
export async function openSimulator<Config>(
  vendorId: VendorId,
  definition: VendorDefinition<Config>,
  { settings = {}, connect = {}, ...options }: OpenOptions = {},
): Promise<OpenSimulator> {
  const simulators = await startSimulators({ oddities: true, ...options, vendors: [vendorId] });
  const vendor = simulators.vendor(vendorId);
  const connector = connectSimulator(definition, simulators, vendor, { ...connect, settings });
  const world = worldOf(simulators);
  return {
    simulators,
    vendor,
    connector,
    world,
    async close() {
      await connector.close();
      await world.close();
      await simulators.close();
    },
  };
}
