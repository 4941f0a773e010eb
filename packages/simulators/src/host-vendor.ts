import type { VendorShapes } from './faults/vendor-shapes.ts';
import type { Tokens } from './http/tokens.ts';
import type { VendorFront } from './http/vendor-front.ts';
import type { VendorServer } from './http/vendor-server.ts';
import type { Planner } from './schedule/planner.ts';
import type { SimulatedConnection, SimulatedVendor } from './simulated-vendor.ts';

/** Beside the configuration that names it. */
export const AUTHORITY_FILE = 'authority.pem';

/** Over TLS a connection names the authority that its certificate can be checked with. */
const trusting = (connection: SimulatedConnection, { tls }: VendorFront): SimulatedConnection =>
  tls === null
    ? connection
    : {
        ...connection,
        authority: { pem: tls.authority.pem },
        settings: (secret) => ({ ...connection.settings(secret), tls: { ca: `./${AUTHORITY_FILE}` } }),
      };

/** What a vendor's own folder makes; the rest is the same for every vendor. */
type VendorParts<Known extends SimulatedVendor['tokens']> = {
  readonly id: SimulatedVendor['id'];
  readonly server: VendorServer;
  readonly connection: SimulatedConnection;
  readonly known: Known;
  readonly tokens: Tokens;
  /** What starts its jobs; null: they start at random times. */
  readonly planner?: Planner | null;
  /** Absent: faults that need to know the vendor's answers do nothing to it. */
  readonly shapes?: VendorShapes;
  readonly jobs: {
    readonly truth: SimulatedVendor['truth'];
    readonly add: (input: NonNullable<Parameters<SimulatedVendor['addJob']>[0]>) => string;
    readonly change: SimulatedVendor['changeJob'];
  };
};

/** Combines a vendor's server, jobs and tokens into what tests and the control port use. */
export const hostVendor = <Known extends SimulatedVendor['tokens']>(
  parts: VendorParts<Known>,
): SimulatedVendor & { readonly tokens: Known } => {
  const { id, server, connection, known, tokens, jobs, shapes } = parts;
  const { front } = server;
  const planner = parts.planner ?? null;
  front.serve({ shapes, expireTokens: tokens.expire, planner });
  return {
    id,
    get url() {
      return server.url;
    },
    get running() {
      return server.running;
    },
    get requestCount() {
      return server.requestCount;
    },
    get certificate() {
      return server.certificate;
    },
    useCertificate: server.useCertificate,
    requests: server.requests,
    faults: front.faults,
    heldRequests: () => front.held.names,
    connection: trusting(connection, front),
    tokens: known,
    acceptToken: tokens.accept,
    expireToken: tokens.expire,
    truth: () => {
      planner?.advance();
      return jobs.truth();
    },
    schedule: () => planner?.truth() ?? { occurrences: [], events: [] },
    plant: (event) => {
      if (planner === null)
        throw new RangeError('the plans of these simulators make no jobs: start them with schedules');
      planner.plant(event);
    },
    addJob: (input = {}) => jobs.add(input),
    changeJob: (nativeId, change) => {
      planner?.advance();
      jobs.change(nativeId, change);
    },
    start: server.start,
    stop: server.stop,
  };
};
