import type { Candidate } from '../benchmark.ts';

/** Microsoft's own client, with its usual pipeline, on a transport that gives the bytes: its models come out. */
export const azureSdk: Candidate = {
  name: '@azure/arm-recoveryservicesbackup',
  async load(input) {
    const [{ RecoveryServicesBackupClient }, { createHttpHeaders }, { vault }] = await Promise.all([
      import('@azure/arm-recoveryservicesbackup'),
      import('@azure/core-rest-pipeline'),
      import('./context.ts'),
    ]);
    const credential = { getToken: async () => ({ token: 'a-token', expiresOnTimestamp: Number.MAX_SAFE_INTEGER }) };
    const headers = createHttpHeaders({ 'content-type': 'application/json; charset=utf-8' });
    const client = new RecoveryServicesBackupClient(credential, vault.subscriptionId, {
      httpClient: {
        sendRequest: async (request) => ({ request, status: 200, headers, bodyAsText: input.toString('utf8') }),
      },
    });
    return async () => {
      const pages = client.backupJobs.list(vault.name, vault.resourceGroup).byPage();
      const { value: page } = await pages.next();
      return Array.isArray(page) ? page.length : 0;
    };
  },
};
