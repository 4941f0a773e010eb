import { type Connector, type ConnectorContext, Secret, type VendorDefinition } from '@crossvault/contract';
import type { SimulatedVendor, Simulators } from '@crossvault/simulators';
import { createIdleClock, type IdleClock } from './idle-clock.ts';
import { silentLogger } from './manual-clock.ts';

/** Marks the place of a secret in a connection's settings until the secret itself is put there. */
const mark = '\u0000secret:';

/** The settings with every marked text replaced by a secret, as the configuration's references would be. */
function withSecrets(value: unknown, secrets: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string')
    return value.startsWith(mark) ? new Secret(secrets[value.slice(mark.length)] ?? '') : value;
  if (Array.isArray(value)) return value.map((each) => withSecrets(each, secrets));
  if (typeof value !== 'object' || value === null || value instanceof Secret) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withSecrets(each, secrets)]));
}

/** The simulators' time, which jumps on when everybody sleeps and no request is under way. */
export function clockOf({ clock }: Pick<Simulators, 'clock'>): IdleClock {
  return createIdleClock({ now: () => clock.now(), move: (milliseconds) => clock.move(milliseconds) });
}

/** Fetches over loopback; the clock stands still until the whole answer is there. */
const fetchUnder =
  (clock: IdleClock): ConnectorContext['fetch'] =>
  (request) =>
    clock.track(fetch(request).then(async (response) => new Response(await toBody(response), response)));

/** Statuses such as 204 must not have a body, not even an empty one. */
const toBody = async (response: Response): Promise<ArrayBuffer | null> =>
  response.body === null ? null : response.arrayBuffer();

export interface ConnectOptions {
  /** Secrets instead of the right ones. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly fetch?: ConnectorContext['fetch'];
  /** Settings laid over the simulator's own. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A connector of a vendor's package, connected to its simulator as a configuration would. */
export function connectSimulator<Config>(
  definition: VendorDefinition<Config>,
  simulators: Pick<Simulators, 'clock'>,
  vendor: SimulatedVendor,
  options: ConnectOptions = {},
): Connector {
  const { connection } = vendor;
  const settings = { ...connection.settings((key) => `${mark}${key}`), ...options.settings };
  const config = definition.configSchema.parse(withSecrets(settings, options.secrets ?? connection.secrets));
  const clock = clockOf(simulators);
  return definition.connect(config, {
    connection: connection.name,
    fetch: options.fetch ?? fetchUnder(clock),
    logger: silentLogger,
    clock,
    random: () => 0.5,
    concurrency: 4,
  });
}
