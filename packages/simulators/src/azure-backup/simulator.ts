import { hostVendor } from '../host-vendor.ts';
import { createTokens } from '../http/tokens.ts';
import { createVendorServer } from '../http/vendor-server.ts';
import type { Planner } from '../schedule/planner.ts';
import { createVendorPlanner } from '../schedule/vendor-planner.ts';
import type { CreateSimulator, SimulatedConnection, VendorCore } from '../simulated-vendor.ts';
import { registerArm, registerNoRoute } from './arm.ts';
import { type AzureJobs, createAzureJobs } from './azure-jobs.ts';
import { type BackupVaultJobs, createBackupVaultJobs } from './backup-vault-jobs.ts';
import { createBackupVaultPolicies, fixedBackupVaultPolicies } from './backup-vault-policies.ts';
import { registerBackupVaultRoutes } from './backup-vault-routes.ts';
import { BACKUP_VAULTS, SECONDARY_REGION, VAULTS } from './documented.ts';
import { registerEntra } from './entra.ts';
import { azureFaultShapes } from './fault-shapes.ts';
import { growFleet } from './fleet.ts';
import { registerItemChangeRoutes } from './item-change-routes.ts';
import { createItemTable } from './item-table.ts';
import { registerManagedIdentity } from './managed-identity.ts';
import { registerOperationRoutes } from './operation-routes.ts';
import { createOperations } from './operations.ts';
import { itemsUnder, planItems, standingOf } from './planned-items.ts';
import { startAzureRun } from './planned-jobs.ts';
import { createPlannedPolicies, renderRule } from './planned-policies.ts';
import { azurePlans, sourceOf } from './plans.ts';
import { fixedPolicies } from './policies.ts';
import { growItems } from './protected-items.ts';
import { registerProtectionRoutes } from './protection-routes.ts';
import { createBucketBudget, createHourlyBudget } from './read-budget.ts';
import { registerRecoveryPointRoutes } from './recovery-point-routes.ts';
import { registerAzureRoutes } from './routes.ts';
import { growSecondaryFleet } from './secondary-fleet.ts';
import { registerVaultChangeRoutes } from './vault-change-routes.ts';
import { registerVaultRoutes } from './vault-routes.ts';
import { registerVaultSettingsRoutes } from './vault-settings-routes.ts';

/** The vendor documents no page size for jobs; its list of protectable items has 200 on a page. */
const PAGE_SIZE = 200;

/** How many of the jobs are in Backup vaults, and in the secondary region. */
const BACKUP_VAULT_SHARE = 0.15;
const SECONDARY_SHARE = 0.05;

/** Jobs and items of the vaults, and the policies that start jobs where schedules are simulated. */
const createWorld = (core: VendorCore) => {
  const { clock, schedules } = core;
  const fleets = createFleets(core);
  const known =
    schedules?.plans?.['azure-backup'] === undefined ? growItems(core.anchorMs, core.oddities ?? false) : [];
  const plans = schedules === undefined ? [] : azurePlans(schedules);
  const items = createItemTable(clock, schedules === undefined ? known : planItems(plans, known), (item) =>
    planner === null ? item : standingOf(item, planner, clock.now()),
  );
  const planner: Planner | null = createVendorPlanner(core, 'azure-backup', {
    plansOf: () => plans,
    check: ({ rules }) => rules.forEach(renderRule),
    itemsOf: (plan) => (sourceOf(plan.sort) === undefined ? itemsUnder(items, plan) : plan.items),
    start: (run) => startAzureRun(run, { ...fleets, items }),
  });
  const policies = planner === null ? fixedPolicies : createPlannedPolicies(planner, () => clock.now());
  const backupVaultPolicies =
    planner === null ? fixedBackupVaultPolicies : createBackupVaultPolicies(planner, () => clock.now());
  return { ...fleets, items, planner, policies, backupVaultPolicies };
};

const createFleets = (core: VendorCore) => {
  const backup = Math.floor(core.jobs * BACKUP_VAULT_SHARE);
  const secondary = Math.floor(core.jobs * SECONDARY_SHARE);
  const fleet = [
    ...growFleet({ ...core, jobs: core.jobs - backup - secondary }),
    ...growSecondaryFleet({ ...core, jobs: secondary }),
  ];
  return { jobs: createAzureJobs(core, fleet), backupVaultJobs: createBackupVaultJobs({ ...core, jobs: backup }) };
};

/** Jobs of all vaults together, as tests see them. */
const joinJobs = (jobs: AzureJobs, backupVaultJobs: BackupVaultJobs): Parameters<typeof hostVendor>[0]['jobs'] => {
  const ownerOf = (nativeId: string) =>
    backupVaultJobs.truth().some((job) => job.nativeId === nativeId.toLowerCase()) ? backupVaultJobs : jobs;
  return {
    truth: () => [...jobs.truth(), ...backupVaultJobs.truth()],
    add: (input) => (backupVaultJobs.holds(input.list ?? '') ? backupVaultJobs : jobs).add(input),
    change: (nativeId, change) => ownerOf(nativeId).change(nativeId, change),
  };
};

export const createAzureBackupSimulator: CreateSimulator = (core) => {
  const options = core.azureBackup ?? {};
  const random = core.random.fork('tokens');
  const known = { valid: `simulated-azure-${random.hex(32)}`, expired: `simulated-expired-${random.hex(32)}` };
  const registration = { tenantId: random.uuid(), clientId: random.uuid(), secret: `simulated~${random.hex(32)}` };
  const tokens = createTokens(core.clock);
  tokens.accept(known.valid);
  tokens.expire(known.expired);

  const { jobs, backupVaultJobs, items, planner, policies, backupVaultPolicies } = createWorld(core);
  const pageSize = core.pageSize ?? PAGE_SIZE;
  const budget = options.isBudgetEnforced === true ? createBucketBudget(core.clock) : createHourlyBudget(core.clock);
  const server = createVendorServer({
    port: core.port,
    front: core.front,
    register: (app) => {
      const entra = { clock: core.clock, random, tokens, registration, options, address: () => server.url };
      registerEntra(app, entra);
      registerManagedIdentity(app, entra);
      const requests = core.random.fork('requests');
      registerArm(app, { clock: core.clock, random: requests, tokens, budget, denied: options.denied ?? [] });
      registerVaultRoutes(app);
      registerVaultSettingsRoutes(app, options.guarded ?? []);
      registerAzureRoutes(app, jobs, { pageSize, hasOldLinks: core.oddities === true });
      registerBackupVaultRoutes(app, { jobs: backupVaultJobs, policies: backupVaultPolicies, pageSize });
      const operations = createOperations(core);
      registerOperationRoutes(app, operations, items);
      registerProtectionRoutes(app, { items, policies, pageSize });
      registerRecoveryPointRoutes(app, items, pageSize);
      const guarded = options.guarded ?? [];
      registerItemChangeRoutes(app, { clock: core.clock, items, policies, operations, jobs, guarded });
      registerVaultChangeRoutes(app, { jobs, items, operations, clock: core.clock, options });
      registerNoRoute(app);
    },
  });

  const connection: SimulatedConnection = {
    name: 'azure-prod',
    secrets: { clientSecret: registration.secret },
    settings: (secret) => ({
      name: 'azure-prod',
      vendor: 'azure-backup',
      baseUrl: server.url,
      authorityHost: server.url,
      vaults: [
        ...VAULTS.map((vault) => ({ ...addressOf(vault), type: 'recovery-services' })),
        ...BACKUP_VAULTS.map((vault) => ({ ...addressOf(vault), type: 'backup' })),
      ],
      secondaryRegions: [SECONDARY_REGION],
      cloud: 'public',
      apiVersion: '2019-05-13',
      credential: {
        type: 'client-secret',
        tenantId: registration.tenantId,
        clientId: registration.clientId,
        clientSecret: secret('clientSecret'),
      },
    }),
  };

  const parts = { server, connection, known, tokens, planner, shapes: azureFaultShapes };
  return hostVendor({ id: 'azure-backup', ...parts, jobs: joinJobs(jobs, backupVaultJobs) });
};

const addressOf = ({ subscriptionId, resourceGroup, name }: (typeof VAULTS)[number]) => ({
  subscriptionId,
  resourceGroup,
  name,
});
