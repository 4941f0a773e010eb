import { hostVendor } from '../host-vendor.ts';
import { createTokens } from '../http/tokens.ts';
import { createVendorServer } from '../http/vendor-server.ts';
import { createVendorPlanner } from '../schedule/vendor-planner.ts';
import type { SimulatedConnection, SimulatedVendor, VendorCore } from '../simulated-vendor.ts';
import { USERNAME } from './accounts.ts';
import { type Appliance, createAppliance } from './appliance.ts';
import { veeamAzureFaultShapes } from './fault-shapes.ts';
import { createLogin } from './login.ts';
import { createOperations } from './operations.ts';
import { sessionsOf } from './planned-sessions.ts';
import { veeamAzurePlans } from './plans.ts';
import { createPlannedPolicies, createPolicies } from './policies.ts';
import { createProblems } from './problems.ts';
import { checkRules } from './render-planned-schedule.ts';
import { registerVeeamAzureRoutes } from './routes.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createPlannedThings, fixedThings } from './things.ts';

type VeeamAzureSimulator = SimulatedVendor & { readonly appliance: Appliance };

export const createVeeamAzureSimulator = (core: VendorCore): VeeamAzureSimulator => {
  const { clock } = core;
  const random = core.random.fork('tokens');
  const known = { valid: `simulated-veeam-${random.hex(32)}`, expired: `simulated-expired-${random.hex(32)}` };
  const password = `simulated-${random.hex(20)}`;
  const tokens = createTokens(clock);
  tokens.accept(known.valid);
  tokens.expire(known.expired);

  const appliance = createAppliance((nativeId) => sessions.purge(nativeId));
  const state = () => appliance.state;
  const planner = createVendorPlanner(core, 'veeam-azure', {
    plansOf: veeamAzurePlans,
    check: checkRules,
    start: (run) => sessionsOf(run).map((session) => sessions.start(session)),
  });
  const policies = planner === null ? createPolicies(clock) : createPlannedPolicies(clock, planner);
  const sessions: Sessions = createSessions(core, state, policies);
  const things = planner === null ? fixedThings(clock) : createPlannedThings(clock, planner);
  const timeZone = (): string => planner?.plans[0]?.scheduleAt(clock.now()).timeZone ?? 'Etc/UTC';
  const operations = createOperations({ clock, random: core.random.fork('operations'), state });
  const problems = createProblems(core.random.fork('requests'));
  const login = createLogin({ clock, random: core.random.fork('logins'), tokens, problems, password, state });
  const { pageSize } = core;
  const parts = { sessions, policies, things, operations, login, tokens, problems, clock, state, timeZone, pageSize };
  const server = createVendorServer({
    port: core.port,
    front: core.front,
    register: (app) => registerVeeamAzureRoutes(app, parts),
  });

  const connection: SimulatedConnection = {
    name: 'veeam-ukwest',
    secrets: { password },
    settings: (secret) => ({
      name: 'veeam-ukwest',
      vendor: 'veeam-azure',
      baseUrl: server.url,
      apiVersion: core.veeamAzure?.apiVersion ?? 'v8.1',
      credential: { type: 'password', username: USERNAME, password: secret('password') },
    }),
  };

  return Object.assign(
    hostVendor({
      id: 'veeam-azure',
      server,
      connection,
      known,
      tokens,
      jobs: sessions,
      planner,
      shapes: veeamAzureFaultShapes,
    }),
    { appliance },
  );
};

const isVeeamAzureSimulator = (vendor: SimulatedVendor): vendor is VeeamAzureSimulator => 'appliance' in vendor;

/** What can be turned at the appliance behind this vendor. Throws for any other vendor. */
export const veeamApplianceOf = (vendor: SimulatedVendor): Appliance => {
  if (isVeeamAzureSimulator(vendor)) return vendor.appliance;
  throw new RangeError(`${vendor.id} has no appliance of Veeam Backup for Microsoft Azure`);
};
