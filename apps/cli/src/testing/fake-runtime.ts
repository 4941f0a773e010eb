import type { Connector, CrossvaultError } from '@crossvault/core';
import { createEngine, type EngineConnection, usualInsightSettings } from '@crossvault/engine';
import type { Runtime } from '@crossvault/runtime';
import {
  createFakeActing,
  createManualClock,
  type FakeLedger,
  type FakeVendor,
  fakeConnections,
  type ManualClock,
  silentLogger,
} from '@crossvault/testkit';

/** A runtime over fake connections instead of one that is read from a file. */
export function openConnections(
  connections: readonly EngineConnection[],
  clock: ManualClock = createManualClock(),
  ledger?: FakeLedger,
): () => Promise<Runtime> {
  return async () => {
    const made = createEngine({ connections, clock, logger: silentLogger });
    const engine = ledger === undefined ? made : { ...made, ...createFakeActing(ledger) };
    return {
      engine,
      store: null,
      absentStore: null,
      configuration: {
        file: '/etc/crossvault.yaml',
        server: { host: '127.0.0.1', port: 0 },
        store: { type: 'none' },
        insight: usualInsightSettings,
        connections: [],
      },
      close: () => engine.close(),
    };
  };
}

export const openFakes = (vendors: Readonly<Record<string, FakeVendor>>, clock?: ManualClock) =>
  openConnections(fakeConnections(vendors), clock);

/** A connection that could not be set up. */
export const faultyConnection = (name: string, fault: CrossvaultError): EngineConnection => ({
  name,
  vendor: 'fake',
  title: 'Fake',
  tags: [],
  deadlineMs: 30_000,
  concurrency: 1,
  connector: null,
  checkEndpoint: null,
  fault,
});

/** The made-up connections, with some members of their connectors replaced. */
export const withMembers = (
  vendors: Readonly<Record<string, FakeVendor>>,
  members: Partial<Connector>,
): readonly EngineConnection[] =>
  fakeConnections(vendors).map((connection) => ({ ...connection, connector: { ...connection.connector, ...members } }));
