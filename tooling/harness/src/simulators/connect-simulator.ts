import {
  type Connector,
  type ConnectorContext,
  type Permission,
  Secret,
  silentLogger,
  type VendorDefinition,
} from '@crossvault/core';
import type { SimulatedVendor } from '@crossvault/simulators';
import { type WorldOfSimulators, worldOf } from '../time/virtual-world.ts';

/** Marks the place of a secret in a connection's settings until the secret itself is put there. */
const mark = '\u0000secret:';

/** The settings with every marked text replaced by a secret, as the configuration's references would be. */
function withSecrets(value: unknown, secrets: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string')
    return value.startsWith(mark) ? new Secret(secrets[value.slice(mark.length)] ?? '') : value;
  if (value instanceof Secret) return value;
  if (Array.isArray(value)) return value.map((each) => withSecrets(each, secrets));
  if (typeof value !== 'object' || value === null || value instanceof Secret) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withSecrets(each, secrets)]));
}

export interface ConnectOptions {
  /** Secrets instead of the right ones. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** @default the simulators' virtual world, and its clock */
  readonly fetch?: ConnectorContext['fetch'];
  readonly clock?: ConnectorContext['clock'];
  /** @default always 0.5 */
  readonly random?: ConnectorContext['random'];
  /** @default one that keeps nothing */
  readonly logger?: ConnectorContext['logger'];
  /** @default 4 */
  readonly concurrency?: number;
  /** What may be changed. @default nothing */
  readonly allow?: readonly Permission[];
  /** Settings laid over the simulator's own. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A connector of a vendor's package, connected to its simulator as a configuration would. */
export function connectSimulator<Config>(
  definition: VendorDefinition<Config>,
  simulators: WorldOfSimulators,
  vendor: SimulatedVendor,
  options: ConnectOptions = {},
): Connector {
  const { connection } = vendor;
  const settings = { ...connection.settings((key) => `${mark}${key}`), ...options.settings };
  const config = definition.configSchema.parse(withSecrets(settings, options.secrets ?? connection.secrets));
  const world = worldOf(simulators);
  return definition.connect(config, {
    connection: connection.name,
    fetch: options.fetch ?? world.fetch,
    logger: options.logger ?? silentLogger,
    clock: options.clock ?? world.clock,
    random: options.random ?? (() => 0.5),
    concurrency: options.concurrency ?? 4,
    allow: options.allow ?? [],
  });
}
