import type { PreparedWrite } from '@crossvault/core';
import { openSimulator } from '@crossvault/harness';
import { followToEnd, prepareOptions as prepare, toIntent } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { azureBackup } from '../index.ts';
import { call, files, itemsOf, share } from '../testing/acting-world.ts';
import changePolicy from './__fixtures__/put-item.change-policy.json' with { type: 'json' };
import stopAndRetain from './__fixtures__/put-item.stop-and-retain.json' with { type: 'json' };

const vault =
  '/subscriptions/ef4ab5a7-c2c0-4304-af80-af49f48af3d1/resourceGroups/azurefiles/providers/Microsoft.RecoveryServices/vaults/azurefilesvault';
const item = `${vault}/backupFabrics/Azure/protectionContainers/StorageContainer;Storage;AzureFiles;testvault2/protectedItems/azurefileshare;testshare`;

/** As the page has them: its JSON repaired, and bodies that it leaves to a page of their own as they stand there. */
const page = {
  'change-plan': { method: 'PUT', path: item, body: changePolicy },
  'back-up': {
    method: 'POST',
    path: `${item}/backup`,
    body: {
      properties: {
        objectType: 'AzureFileShareBackupRequest',
        recoveryPointExpiryTimeInUTC: '2026-04-01T00:00:00.000Z',
      },
    },
  },
  retain: { method: 'PUT', path: item, body: stopAndRetain },
  'resume-protection': { method: 'PUT', path: item, body: changePolicy },
  delete: { method: 'DELETE', path: item, body: null },
} as const;

/** Names and ids of Azure are compared without case; a semicolon may be sent as it is or as `%3B`. */
const comparable = (path: string): string => decodeURIComponent(path).toLowerCase();

test.each(['2019-05-13', '2025-02-01'])(
  'version %s is spoken with the requests of the reference page',
  async (apiVersion) => {
    const world = await openSimulator('azure-backup', azureBackup, {
      jobs: 4,
      start: '2026-03-02T12:00:00Z',
      settings: { apiVersion },
      connect: { allow: ['operate', 'destroy'] },
    });
    try {
      const items = itemsOf(world.connector);
      const { clock } = world.simulators;
      const story: readonly [keyof typeof page, () => Promise<PreparedWrite>][] = [
        ['change-plan', () => items.changePlan(share, [files, 'schedule2'], prepare())],
        ['back-up', () => items.backUp(share, { keepUntil: '2026-04-01T00:00:00.000Z', type: null }, prepare())],
        ['retain', () => items.stopProtection(share, 'retain', prepare())],
        ['resume-protection', () => items.resumeProtection(share, [files, 'schedule2'], prepare())],
        ['delete', () => items.stopProtection(share, 'delete', prepare())],
      ];
      for (const [step, prepareAction] of story) {
        const write = await prepareAction();
        const [planned, ...others] = write.requests;
        const url = new URL(planned?.url ?? '');
        expect([planned?.method, comparable(url.pathname)]).toEqual([page[step].method, comparable(page[step].path)]);
        expect([planned?.body, others]).toEqual([page[step].body, []]);
        expect([...url.searchParams]).toEqual([['api-version', apiVersion]]);
        const before = world.vendor.requests.length;
        const intent = toIntent(step === 'retain' || step === 'delete' ? 'stop-protection' : step, write, clock);
        const accepted = await write.send(call);
        expect(await followToEnd(world.connector, intent, accepted, clock)).toMatchObject({ status: 'done' });
        const sent = world.vendor.requests.slice(before);
        expect(
          sent.filter(({ method, path }) => method === page[step].method && !path.includes('/oauth2/')),
        ).toMatchObject([{ method: page[step].method, path: `${url.pathname}${url.search}`, status: 202 }]);
        const given = JSON.stringify(accepted.tracking);
        const looks = sent.filter(({ path }) => /\/(?:operationsStatus|backupOperations)\//.test(path));
        expect(looks.map(({ path }) => given.includes(`"${world.vendor.url}${path}"`))).toEqual([true, true]);
        expect(given).toContain(`?api-version=${step === 'delete' ? '2016-12-01' : '2019-05-13'}"`);
        clock.move(600_000);
      }
    } finally {
      await world.close();
    }
  },
);
