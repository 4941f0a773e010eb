import { hostVendor } from '../host-vendor.ts';
import type { SimulatedConnection, SimulatedVendor, VendorCore } from '../simulated-vendor.ts';
import { createTokens } from '../tokens.ts';
import { createVendorServer } from '../vendor-server.ts';
import { veeamAzureFaultShapes } from './fault-shapes.ts';
import { createLogin } from './login.ts';
import { createProblems } from './problems.ts';
import { registerVeeamAzureRoutes } from './routes.ts';
import { createSessions } from './sessions.ts';

type VeeamAzureSimulator = SimulatedVendor & {
  /** Whether a login needs a second factor from now on (the code is 246810); that of `svc-crossvault-mfa` always does. */
  requireMfa(isRequired: boolean): void;
};

const USERNAME = 'svc-crossvault';

export const createVeeamAzureSimulator = (core: VendorCore): VeeamAzureSimulator => {
  const random = core.random.fork('tokens');
  const known = { valid: `simulated-veeam-${random.hex(32)}`, expired: `simulated-expired-${random.hex(32)}` };
  const password = `simulated-${random.hex(20)}`;
  const tokens = createTokens(core.clock);
  tokens.accept(known.valid);
  tokens.expire(known.expired);

  const problems = createProblems(core.random.fork('requests'));
  const account = { username: USERNAME, password };
  const login = createLogin({ clock: core.clock, random: core.random.fork('logins'), tokens, problems, account });
  const sessions = createSessions(core);
  const server = createVendorServer({
    port: core.port,
    front: core.front,
    register: (app) => registerVeeamAzureRoutes(app, { sessions, login, tokens, problems, pageSize: core.pageSize }),
  });

  const connection: SimulatedConnection = {
    name: 'veeam-ukwest',
    secrets: { password },
    settings: (secret) => ({
      name: 'veeam-ukwest',
      vendor: 'veeam-azure',
      baseUrl: server.url,
      apiVersion: 'v8.1',
      credential: { type: 'password', username: USERNAME, password: secret('password') },
    }),
  };

  return Object.assign(
    hostVendor({ id: 'veeam-azure', server, connection, known, tokens, jobs: sessions, shapes: veeamAzureFaultShapes }),
    {
      requireMfa: login.requireMfa,
    },
  );
};
