import { hostVendor } from '../host-vendor.ts';
import { createTokens } from '../http/tokens.ts';
import { createVendorServer } from '../http/vendor-server.ts';
import { createVendorPlanner } from '../schedule/vendor-planner.ts';
import type { SimulatedConnection, SimulatedVendor, VendorCore } from '../simulated-vendor.ts';
import { createAvepointJobs } from './avepoint-jobs.ts';
import { createEnvelope } from './envelope.ts';
import { avepointFaultShapes } from './fault-shapes.ts';
import { createIdentity } from './identity.ts';
import { JOB_SCOPE, SETTINGS_SCOPE, SUBSCRIPTION_SCOPE } from './options.ts';
import { jobOf } from './planned-jobs.ts';
import { avepointPlans, timesOf } from './plans.ts';
import { registerAvepointRoutes, TOKEN_PATH } from './routes.ts';

/** Rows on a page when none are requested. */
const PAGE_SIZE = 10;
const TOKEN_SECONDS = 3600;

/** Beside the usual tokens one that is valid, but not for the jobs of this product. */
export type AvepointSimulator = SimulatedVendor & {
  readonly tokens: SimulatedVendor['tokens'] & { readonly withoutPermission: string };
};

export const createAvepointSimulator = (core: VendorCore): AvepointSimulator => {
  const options = core.avepoint ?? {};
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

  const app = {
    clientId: random.uuid(),
    secret: `simulated-${random.hex(30)}`,
    certificates: options.certificates ?? [],
    scopes: options.scopes ?? [JOB_SCOPE, SUBSCRIPTION_SCOPE, SETTINGS_SCOPE],
  };
  const identity = createIdentity({
    clock: core.clock,
    random: core.random.fork('granted'),
    tokens,
    app,
    tokenSeconds: options.tokenSeconds ?? TOKEN_SECONDS,
    address: () => `${server.url}${TOKEN_PATH}`,
  });
  const jobs = createAvepointJobs(core, locations);
  const planner = createVendorPlanner(core, 'avepoint', {
    check: ({ rules }) => void timesOf(rules),
    plansOf: (schedules) => avepointPlans(schedules, locations),
    start: (run) => [jobs.start(jobOf(run))],
  });
  const envelope = createEnvelope({ clock: core.clock, random: core.random.fork('requests') });
  const server = createVendorServer({
    port: core.port,
    front: core.front,
    register: (app) =>
      registerAvepointRoutes(app, {
        jobs,
        tokens,
        identity,
        tokenWithoutPermission: known.withoutPermission,
        envelope,
        options,
        clock: core.clock,
        planner,
        defaultPageSize: core.pageSize ?? PAGE_SIZE,
        address: () => server.url,
      }),
  });

  const connection: SimulatedConnection = {
    name: 'm365',
    secrets: { secret: app.secret },
    settings: (secret) => ({
      name: 'm365',
      vendor: 'avepoint',
      baseUrl: server.url,
      identityUrl: server.url,
      region: 'us',
      environment: 'commercial',
      locations: [...locations],
      credential: { type: 'client-secret', clientId: app.clientId, clientSecret: secret('secret') },
    }),
  };

  return hostVendor({ id: 'avepoint', server, connection, known, tokens, jobs, planner, shapes: avepointFaultShapes });
};
