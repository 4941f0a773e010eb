import { hostVendor } from '../host-vendor.ts';
import type { SimulatedConnection, SimulatedVendor, VendorCore } from '../simulated-vendor.ts';
import { createTokens } from '../tokens.ts';
import { createVendorServer } from '../vendor-server.ts';
import { createAvepointJobs } from './avepoint-jobs.ts';
import { createEnvelope } from './envelope.ts';
import { avepointFaultShapes } from './fault-shapes.ts';
import { registerAvepointRoutes } from './routes.ts';

/** Rows on a page when none are asked for. */
const PAGE_SIZE = 10;

export type AvepointOptions = {
  /** The parts of a multi-geo tenant, the central one first. @default [] not multi-geo */
  readonly locations?: readonly string[];
};

/** Beside the usual tokens one that is valid, but not for the jobs of this product. */
export type AvepointSimulator = SimulatedVendor & {
  readonly tokens: SimulatedVendor['tokens'] & { readonly withoutPermission: string };
};

export const createAvepointSimulator = (core: VendorCore, options: AvepointOptions = {}): AvepointSimulator => {
  const locations = options.locations ?? [];
  const random = core.random.fork('tokens');
  const known = {
    valid: `simulated-avepoint-${random.hex(32)}`,
    expired: `simulated-expired-${random.hex(32)}`,
    withoutPermission: `simulated-other-scope-${random.hex(32)}`,
  };
  const tokens = createTokens(core.clock);
  tokens.accept(known.valid);
  tokens.accept(known.withoutPermission);
  tokens.expire(known.expired);

  const jobs = createAvepointJobs(core, locations);
  const envelope = createEnvelope({ clock: core.clock, random: core.random.fork('requests') });
  const server = createVendorServer({
    port: core.port,
    front: core.front,
    register: (app) =>
      registerAvepointRoutes(app, {
        jobs,
        tokens,
        tokenWithoutPermission: known.withoutPermission,
        envelope,
        defaultPageSize: core.pageSize ?? PAGE_SIZE,
        address: () => server.url,
      }),
  });

  const connection: SimulatedConnection = {
    name: 'm365',
    secrets: { token: known.valid },
    settings: (secret) => ({
      name: 'm365',
      vendor: 'avepoint',
      baseUrl: server.url,
      region: 'us',
      environment: 'commercial',
      locations: [...locations],
      credential: { type: 'token', token: secret('token') },
    }),
  };

  return hostVendor({ id: 'avepoint', server, connection, known, tokens, jobs, shapes: avepointFaultShapes });
};
