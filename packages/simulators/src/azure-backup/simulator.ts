import { hostVendor } from '../host-vendor.ts';
import type { CreateSimulator, SimulatedConnection } from '../simulated-vendor.ts';
import { createTokens } from '../tokens.ts';
import { createVendorServer } from '../vendor-server.ts';
import { registerArm } from './arm.ts';
import { createAzureJobs } from './azure-jobs.ts';
import { VAULTS } from './documented.ts';
import { azureFaultShapes } from './fault-shapes.ts';
import { registerAzureRoutes } from './routes.ts';

/** The vendor documents no page size for jobs; its list of protectable items has 200 on a page. */
const PAGE_SIZE = 200;

export const createAzureBackupSimulator: CreateSimulator = (core) => {
  const random = core.random.fork('tokens');
  const known = { valid: `simulated-azure-${random.hex(32)}`, expired: `simulated-expired-${random.hex(32)}` };
  const tokens = createTokens(core.clock);
  tokens.accept(known.valid);
  tokens.expire(known.expired);

  const jobs = createAzureJobs(core);
  const server = createVendorServer({
    port: core.port,
    front: core.front,
    register: (app) => {
      registerArm(app, { clock: core.clock, random: core.random.fork('requests'), tokens });
      registerAzureRoutes(app, jobs, core.pageSize ?? PAGE_SIZE);
    },
  });

  const connection: SimulatedConnection = {
    name: 'azure-prod',
    secrets: { token: known.valid },
    settings: (secret) => ({
      name: 'azure-prod',
      vendor: 'azure-backup',
      baseUrl: server.url,
      vaults: VAULTS.map(({ subscriptionId, resourceGroup, name }) => ({
        subscriptionId,
        resourceGroup,
        name,
        type: 'recovery-services',
      })),
      cloud: 'public',
      apiVersion: '2019-05-13',
      credential: { type: 'token', token: secret('token') },
    }),
  };

  return hostVendor({ id: 'azure-backup', server, connection, known, tokens, jobs, shapes: azureFaultShapes });
};
