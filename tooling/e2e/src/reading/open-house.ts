import type { Connector, ConnectorContext, VendorDefinition } from '@crossvault/core';
import { createEngine, type Engine } from '@crossvault/engine';
import { connectSimulator, type VirtualWorld, worldOf } from '@crossvault/harness';
import { loadVendorDefinitions } from '@crossvault/runtime';
import {
  type SimulatedVendor,
  type Simulators,
  type SimulatorsOptions,
  startSimulators,
  VENDOR_IDS,
  type VendorId,
} from '@crossvault/simulators';
import { silentLogger } from '@crossvault/testkit';

const definitions = await loadVendorDefinitions();

/** One simulated vendor and the connector that reads it. */
export interface ReadVendor {
  readonly id: VendorId;
  readonly vendor: SimulatedVendor;
  readonly connector: Connector;
}

/** The engine over the connectors of all vendors, each at its simulator, in virtual time. */
export interface House {
  readonly simulators: Simulators;
  readonly world: VirtualWorld;
  readonly vendors: readonly ReadVendor[];
  readonly engine: Engine;
  close(): Promise<void>;
}

export interface HouseOptions extends Omit<SimulatorsOptions, 'vendors' | 'running'> {
  /** Deadline of every connection. @default 30_000 */
  readonly deadlineMs?: number;
  /** @default always 0.5 */
  readonly random?: ConnectorContext['random'];
  /** Settings of a vendor's connection, laid over the simulator's own. */
  readonly settings?: Readonly<Partial<Record<VendorId, Readonly<Record<string, unknown>>>>>;
}

export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const { deadlineMs = 30_000, random, settings = {}, ...fleet } = options;
  const simulators = await startSimulators({ oddities: true, start: '2026-03-02T12:00:00.000Z', ...fleet });
  const world = worldOf(simulators);
  const vendors = VENDOR_IDS.map((id) => {
    const vendor = simulators.vendor(id);
    const connector = connectSimulator(definitionOf(id), simulators, vendor, {
      ...(random === undefined ? {} : { random }),
      settings: settings[id] ?? {},
    });
    return { id, vendor, connector };
  });
  const engine = createEngine({
    connections: vendors.map(({ id, vendor, connector }) => ({
      name: vendor.connection.name,
      vendor: id,
      title: definitionOf(id).title,
      tags: [],
      deadlineMs,
      concurrency: 4,
      connector,
      fault: null,
      checkEndpoint: null,
    })),
    clock: world.clock,
    logger: silentLogger,
  });
  return {
    simulators,
    world,
    vendors,
    engine,
    async close() {
      // A vendor that hangs must not keep the test: what is in progress is broken off first.
      for (const { vendor } of vendors) vendor.faults.clear();
      await engine.close();
      await world.close();
      await simulators.close();
    },
  };
}

function definitionOf(id: VendorId): VendorDefinition {
  const definition = definitions.find((each) => each.id === id);
  if (definition === undefined) throw new Error(`no package reads ${id}`);
  return definition;
}
