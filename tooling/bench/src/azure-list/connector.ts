import type { Candidate } from '../benchmark.ts';

/** Our connector as a configuration would connect it, on a transport that gives the bytes: jobs come out. */
export const connector: Candidate = {
  name: 'connector',
  async load(input) {
    const [{ azureBackup }, { Secret }, { answerWith }, { createContext, patientCall, vault }] = await Promise.all([
      import('@crossvault/azure-backup'),
      import('@crossvault/core'),
      import('./answer.ts'),
      import('./context.ts'),
    ]);
    const config = azureBackup.configSchema.parse({
      name: 'azure-prod',
      vendor: azureBackup.id,
      vaults: [vault],
      credential: { type: 'token', token: new Secret('a-token') },
    });
    const connected = azureBackup.connect(config, createContext(answerWith(Buffer.from(input))));
    const [list] = await connected.jobLists(patientCall);
    if (list === undefined) throw new Error('The connection has no list.');
    const query = { startedAfter: null, startedBefore: null, status: null };
    return async () => {
      const page = await connected.listJobs(list, query, { size: 100, token: null }, patientCall);
      return page.records.length;
    };
  },
};
