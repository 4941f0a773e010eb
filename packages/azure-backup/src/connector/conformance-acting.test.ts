import type { Connector, JobKey } from '@crossvault/core';
import { type ActingCase, describeActing } from '@crossvault/harness';
import { azureBackup } from '../index.ts';
import { call, database, files, grown, itemsOf, machine, share, usual } from '../testing/acting-world.ts';

const account =
  '/subscriptions/ef4ab5a7-c2c0-4304-af80-af49f48af3d1/resourceGroups/AzureFiles/providers/Microsoft.Storage/storageAccounts/testvault2';

async function newestPoint(connector: Connector, key: JobKey): Promise<string> {
  const [point] = await itemsOf(connector).recoveryPoints(key, call);
  return point?.id ?? '';
}

const running = { id: '' };

const cases: readonly ActingCase[] = [
  {
    name: 'changing the policy',
    action: 'change-plan',
    prepare: (connector, options) => itemsOf(connector).changePlan(share, [files, 'schedule2'], options),
  },
  ...([share, machine('vm-app-03'), machine('vm-build-7'), database] as const).map(
    (key): ActingCase => ({
      name: `backing up ${key[2]}`,
      action: 'back-up',
      prepare: (connector, options) => itemsOf(connector).backUp(key, usual, options),
    }),
  ),
  ...(['retain', 'delete'] as const).flatMap((data) =>
    [share, machine('vm-jump'), database].map(
      (key): ActingCase => ({
        name: `stopping the protection of ${key[2]} (${data})`,
        action: 'stop-protection',
        prepare: (connector, options) => itemsOf(connector).stopProtection(key, data, options),
      }),
    ),
  ),
  {
    name: 'deleting the data of what is stopped',
    action: 'stop-protection',
    prepare: (connector, options) => itemsOf(connector).stopProtection(machine('vm-stopped'), 'delete', options),
  },
  {
    name: 'resuming with a policy',
    action: 'resume-protection',
    prepare: (connector, options) =>
      itemsOf(connector).resumeProtection(machine('vm-stopped'), [grown, 'hourly-vm'], options),
  },
  {
    name: 'resuming with the policy that it has kept',
    action: 'resume-protection',
    prepare: (connector, options) => itemsOf(connector).resumeProtection(machine('vm-paused'), null, options),
  },
  {
    name: 'undeleting a soft-deleted item',
    action: 'undelete',
    prepare: (connector, options) => itemsOf(connector).undelete(machine('vm-deleted'), options),
  },
  {
    name: 'protecting a share',
    action: 'protect',
    prepare: (connector, options) =>
      itemsOf(connector).protect({ sourceId: `${account}/archive`, planKey: [files, 'schedule1'] }, options),
  },
  {
    name: 'restoring a share to where it was',
    action: 'restore',
    again: null,
    prepare: async (connector, options) => {
      const recoveryPointId = await newestPoint(connector, share);
      return itemsOf(connector).restore(
        share,
        { recoveryPointId, destination: 'original', conflict: 'overwrite' },
        options,
      );
    },
  },
  {
    name: 'restoring the disks of a machine',
    action: 'restore',
    again: null,
    prepare: async (connector, options) => {
      const recoveryPointId = await newestPoint(connector, machine('vm-web-02'));
      const request = { recoveryPointId, destination: account, conflict: 'fail' } as const;
      return itemsOf(connector).restore(machine('vm-web-02'), request, options);
    },
  },
  {
    name: 'giving a job up',
    action: 'cancel',
    again: null,
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
    again: null,
    requests: 6,
    jobs: 0,
    lost: 'unknown',
    prepare: (connector, options) => itemsOf(connector).refreshContainers(options),
  },
  {
    name: 'exporting jobs',
    action: 'export-jobs',
    again: null,
    requests: 3,
    jobs: 0,
    lost: 'unknown',
    prepare: (connector, options) => {
      if (connector.exportJobs === undefined) throw new Error('Nothing is exported.');
      return connector.exportJobs({ startedAfter: null, startedBefore: null, status: null }, options);
    },
  },
];

const absent = { item: machine('vm-nowhere'), job: [grown, '00000000-0000-4000-8000-000000000000'] };

describeActing('azure-backup', { definition: azureBackup, cases, absent });
