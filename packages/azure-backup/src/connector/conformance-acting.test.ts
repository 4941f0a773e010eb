import type { Connector, JobKey, ProtectedItemCalls } from '@crossvault/contract';
import { type ActingCase, describeActing } from '@crossvault/testkit';
import { azureBackup } from '../index.ts';

const files = 'ef4ab5a7-c2c0-4304-af80-af49f48af3d1/azurefiles/azurefilesvault';
const grown = '8b6e2a31-5c74-4f0d-9a1e-2f6d7c3b9e50/rg-backup-weu/rsv-prod-weu';
const share: JobKey = [files, 'storagecontainer;storage;azurefiles;testvault2', 'azurefileshare;testshare'];
const database: JobKey = [grown, 'vmappcontainer;compute;rg-compute;sql-prod-1', 'sqldatabase;mssqlserver;orders'];
const account =
  '/subscriptions/ef4ab5a7-c2c0-4304-af80-af49f48af3d1/resourceGroups/AzureFiles/providers/Microsoft.Storage/storageAccounts/testvault2';
const call = { signal: new AbortController().signal };

const machine = (name: string): JobKey => {
  const names = `iaasvmcontainerv2;rg-compute;${name}`;
  return [grown, `iaasvmcontainer;${names}`, `vm;${names}`];
};

function items(connector: Connector): Required<ProtectedItemCalls> {
  const { protectedItems: offered = {} } = connector;
  return offered as Required<ProtectedItemCalls>;
}

async function newestPoint(connector: Connector, key: JobKey): Promise<string> {
  const [point] = await items(connector).recoveryPoints(key, call);
  return point?.id ?? '';
}

const usual = { keepUntil: null, type: null };
const running = { id: '' };

const cases: readonly ActingCase[] = [
  {
    name: 'changing the policy',
    action: 'change-plan',
    prepare: (connector, options) => items(connector).changePlan(share, [files, 'schedule2'], options),
  },
  ...([share, machine('vm-app-03'), machine('vm-build-7'), database] as const).map(
    (key): ActingCase => ({
      name: `backing up ${key[2]}`,
      action: 'back-up',
      prepare: (connector, options) => items(connector).backUp(key, usual, options),
    }),
  ),
  ...(['retain', 'delete'] as const).flatMap((data) =>
    [share, machine('vm-jump'), database].map(
      (key): ActingCase => ({
        name: `stopping the protection of ${key[2]} (${data})`,
        action: 'stop-protection',
        prepare: (connector, options) => items(connector).stopProtection(key, data, options),
      }),
    ),
  ),
  {
    name: 'deleting the data of what is stopped',
    action: 'stop-protection',
    prepare: (connector, options) => items(connector).stopProtection(machine('vm-stopped'), 'delete', options),
  },
  {
    name: 'resuming with a policy',
    action: 'resume-protection',
    prepare: (connector, options) =>
      items(connector).resumeProtection(machine('vm-stopped'), [grown, 'hourly-vm'], options),
  },
  {
    name: 'resuming with the policy that it has kept',
    action: 'resume-protection',
    prepare: (connector, options) => items(connector).resumeProtection(machine('vm-paused'), null, options),
  },
  {
    name: 'bringing back what is softly deleted',
    action: 'undelete',
    prepare: (connector, options) => items(connector).undelete(machine('vm-deleted'), options),
  },
  {
    name: 'protecting a share',
    action: 'protect',
    prepare: (connector, options) =>
      items(connector).protect({ sourceId: `${account}/archive`, planKey: [files, 'schedule1'] }, options),
  },
  {
    name: 'restoring a share to where it was',
    action: 'restore',
    prepare: async (connector, options) => {
      const recoveryPointId = await newestPoint(connector, share);
      return items(connector).restore(
        share,
        { recoveryPointId, destination: 'original', conflict: 'overwrite' },
        options,
      );
    },
  },
  {
    name: 'restoring the disks of a machine',
    action: 'restore',
    prepare: async (connector, options) => {
      const recoveryPointId = await newestPoint(connector, machine('vm-web-02'));
      const request = { recoveryPointId, destination: account, conflict: 'fail' } as const;
      return items(connector).restore(machine('vm-web-02'), request, options);
    },
  },
  {
    name: 'giving a job up',
    action: 'cancel',
    jobs: 0,
    before: ({ vendor }) => {
      running.id = vendor.addJob({ status: 'running', list: grown });
      vendor.changeJob(running.id, { merge: { properties: { actionsInfo: [1] } } });
    },
    prepare: (connector, options) => {
      if (connector.cancelJob === undefined) throw new Error('No job can be given up.');
      return connector.cancelJob([grown, running.id], options);
    },
  },
  {
    name: 'looking for new things to protect',
    action: 'refresh-containers',
    requests: 6,
    jobs: 0,
    lost: 'unknown',
    prepare: (connector, options) => items(connector).refreshContainers(options),
  },
  {
    name: 'exporting jobs',
    action: 'export-jobs',
    requests: 3,
    jobs: 0,
    lost: 'unknown',
    prepare: (connector, options) => {
      if (connector.exportJobs === undefined) throw new Error('Nothing is exported.');
      return connector.exportJobs({ startedAfter: null, startedBefore: null, status: null }, options);
    },
  },
];

describeActing('azure-backup', { definition: azureBackup, cases });
