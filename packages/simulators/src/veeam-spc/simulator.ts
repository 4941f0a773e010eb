import { hostVendor } from '../host-vendor.ts';
import { createTokens } from '../http/tokens.ts';
import { createVendorServer } from '../http/vendor-server.ts';
import type { SimulatedConnection, VendorCore } from '../simulated-vendor.ts';
import { createAsyncActions } from './async-actions.ts';
import { toSpcFaultShapes } from './fault-shapes.ts';
import type { VeeamSpcOptions } from './options.ts';
import { registerSpcRoutes } from './routes.ts';
import { registerSpcRoutesV3 } from './routes-v3.ts';
import { registerSignIn } from './sign-in.ts';
import { registerSignInV3 } from './sign-in-v3.ts';
import { createSpcJobs } from './spc-jobs.ts';

const USERNAME = 'vspc\\svc-crossvault';
/** Has the same password, and needs a second factor in v3. */
const MFA_USERNAME = 'vspc\\svc-mfa';

export const createVeeamSpcSimulator = (core: VendorCore) => {
  const { clock } = core;
  const options: VeeamSpcOptions = core.veeamSpc ?? {};
  const version = options.apiVersion ?? 'v2';
  const random = core.random.fork('tokens');
  const known = {
    valid: `simulated-spc-${random.hex(32)}`,
    expired: `simulated-expired-${random.hex(32)}`,
    apiKey: `simulated-key-${core.random.fork('api-key').hex(32)}`,
  };
  const password = `simulated-password-${random.hex(24)}`;
  const tokens = createTokens(clock);
  tokens.accept(known.valid);
  tokens.expire(known.expired);
  const keys = createTokens(clock);
  keys.accept(known.apiKey);

  const jobs = createSpcJobs(core, {
    moves: options.lastRunMoves ?? 'start',
    version,
    delayMs: options.agentDelayMs ?? 10_000,
  });
  const server = createVendorServer({
    port: core.port,
    front: core.front,
    register: (app) => {
      const account = { username: USERNAME, password };
      registerSignIn(app, { random: core.random.fork('sign-in'), tokens, account });
      registerSignInV3(app, {
        random: core.random.fork('sign-in-v3'),
        tokens,
        account,
        mfaAccount: { username: MFA_USERNAME, password },
      });
      registerSpcRoutesV3(app, {
        jobs,
        // v3 takes its keys as bearer as well.
        tokens: { ...tokens, check: (token) => (keys.check(token) === 'valid' ? 'valid' : tokens.check(token)) },
        actions: createAsyncActions(clock, core.random.fork('actions'), options.asyncWorkMs ?? 0),
        user: { userName: USERNAME, role: options.role ?? 'PortalReadonlyOperator' },
        pageSize: core.pageSize,
        asyncEvery: options.asyncEvery,
        asyncWrites: options.asyncWrites ?? false,
      });
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
      apiVersion: version,
      credential: { type: 'password', username: USERNAME, password: secret('password') },
    }),
  };

  return hostVendor({
    id: 'veeam-spc',
    server,
    connection,
    known,
    tokens,
    jobs,
    planner: jobs.planner,
    shapes: toSpcFaultShapes(version),
  });
};
