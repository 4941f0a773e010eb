import { type components, createVeeamAzureClient } from '@crossvault/veeam-azure/client';
import { createRecordedAppliance } from './recorded-appliance.ts';

const client = createVeeamAzureClient(
  {
    baseUrl: 'https://veeam.example.net',
    credential: { type: 'password', username: 'reader', password: 'recorded' },
  },
  { fetch: createRecordedAppliance() },
);

// The path, the parameters and the answer are typed by the vendor's OpenAPI document.
const { data, response } = await client.GET('/api/{version}/jobSessions', {
  params: { path: { version: 'v8.1' }, query: { Status: ['Error'], Limit: 50 } },
});
if (data === undefined) throw new Error(`The appliance answered ${response.status}.`);
const sessions: readonly components['schemas']['JobSession'][] = data.results;
for (const { id, type, status, executionStartTime } of sessions) console.log(executionStartTime, type, status, id);
await client.close();
