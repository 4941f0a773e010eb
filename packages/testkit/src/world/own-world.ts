import { Secret, silentLogger, type VendorDefinition } from '@crossvault/core';
import { createFaultyVendor, type VendorUnderTest } from '../faults/faulty-vendor.ts';
import { createTestClock } from '../time/idle-clock.ts';
import type { ConnectChange, ConnectorWorld, OpenWorld } from './connector-world.ts';

/** The settings of a connection, as `connections:` has them, without name and vendor, and with secrets as `Secret`. */
export type Settings = Readonly<Record<string, unknown>>;

/** What a world of one's own is opened with. */
export interface OwnWorldOptions<Config> {
  readonly definition: VendorDefinition<Config>;
  readonly settings: Settings;
  /** Laid over the settings: a credential that the vendor refuses. */
  readonly wrongSettings: Settings;
  /** Opens the vendor, a new one for every test. `now` is the instant of the connector's clock. */
  readonly open: (options: { readonly now: () => number }) => VendorUnderTest | Promise<VendorUnderTest>;
  /** Whether the connector gets a new token by itself. @default false */
  readonly renewsTokens?: boolean;
}

/** A world whose vendor is a function, and which has as many requests as it had. */
export interface OwnWorld extends ConnectorWorld {
  /** Origins that were asked and are none of the connector's addresses. */
  strayOrigins(): readonly string[];
  /** Requests that wait for their answers. */
  pending(): number;
}

const name = 'under-test';

export function openOwnWorld<Config>(options: OwnWorldOptions<Config>): OpenWorld<OwnWorld> {
  const { definition, settings, wrongSettings, renewsTokens = false } = options;
  return async ({ wrapFetch }) => {
    const clock = createTestClock();
    const vendor = await options.open({ now: () => clock.now() });
    const faulty = createFaultyVendor(vendor, clock);
    const connect = ({ fetch = faulty.fetch, allow = [], wrongSecret = false }: ConnectChange) => {
      const given = { ...settings, ...(wrongSecret ? wrongSettings : {}), name, vendor: definition.id };
      return definition.connect(definition.configSchema.parse(given), {
        connection: name,
        fetch,
        clock,
        logger: silentLogger,
        random: () => 0.5,
        concurrency: 4,
        allow,
      });
    };
    const connector = connect(wrapFetch === undefined ? {} : { fetch: wrapFetch(faulty.fetch) });
    const { endRunningJobs } = vendor;
    return {
      connector,
      connection: name,
      clock,
      fetch: faulty.fetch,
      faults: faulty.faults,
      requests: faulty.requests,
      secrets: secretsIn(settings),
      connect,
      truth: faulty.truth,
      changeJob: faulty.changeJob,
      showRecord: faulty.showRecord,
      renewsTokens,
      ...(endRunningJobs === undefined ? {} : { endRunningJobs: () => endRunningJobs.call(vendor) }),
      stop: async () => faulty.setRunning(false),
      start: async () => faulty.setRunning(true),
      close: () => connector.close(),
      strayOrigins: () => {
        const own = new Set(connector.addresses.map(({ url }) => new URL(url).origin));
        return [...new Set(faulty.requests.map(({ origin }) => origin))].filter((origin) => !own.has(origin));
      },
      pending: () => faulty.pending,
    };
  };
}

function secretsIn(value: unknown): readonly string[] {
  if (value instanceof Secret) return [value.reveal()];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(secretsIn) : [];
}
