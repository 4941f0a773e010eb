import { hostVendor } from '../host-vendor.ts';
import type { SimulatedConnection, SimulatedVendor, VendorCore } from '../simulated-vendor.ts';
import { createTokens } from '../tokens.ts';
import { createVendorServer } from '../vendor-server.ts';
import type { LastRunMoves } from './definition.ts';
import { spcFaultShapes } from './fault-shapes.ts';
import { registerSpcRoutes } from './routes.ts';
import { registerSignIn } from './sign-in.ts';
import { createSpcJobs } from './spc-jobs.ts';

const USERNAME = 'vspc\\svc-crossvault';

export type VeeamSpcOptions = {
  /** @default 'start' */
  readonly lastRunMoves?: LastRunMoves;
};

export const createVeeamSpcSimulator = (core: VendorCore, options: VeeamSpcOptions = {}): SimulatedVendor => {
  const random = core.random.fork('tokens');
  const known = { valid: `simulated-spc-${random.hex(32)}`, expired: `simulated-expired-${random.hex(32)}` };
  const password = `simulated-password-${random.hex(24)}`;
  const tokens = createTokens(core.clock);
  tokens.accept(known.valid);
  tokens.expire(known.expired);

  const jobs = createSpcJobs(core, options.lastRunMoves ?? 'start');
  const server = createVendorServer({
    port: core.port,
    front: core.front,
    register: (app) => {
      registerSignIn(app, { random: core.random.fork('sign-in'), tokens, account: { username: USERNAME, password } });
      registerSpcRoutes(app, { jobs, tokens, pageSize: core.pageSize });
    },
  });

  const connection: SimulatedConnection = {
    name: 'console',
    secrets: { password },
    settings: (secret) => ({
      name: 'console',
      vendor: 'veeam-spc',
      baseUrl: server.url,
      apiVersion: 'v2',
      credential: { type: 'password', username: USERNAME, password: secret('password') },
    }),
  };

  return hostVendor({ id: 'veeam-spc', server, connection, known, tokens, jobs, shapes: spcFaultShapes });
};
