import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** Reports what a process has loaded after a call of the typed client alone. */
const script = (credential: string): string => `
  import { registerHooks } from 'node:module';
  const loaded = [];
  registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context); } });
  const { createAzureBackupClient } = await import(${JSON.stringify(new URL('./index.ts', import.meta.url).href)});
  const client = createAzureBackupClient({ credential: ${credential} }, { fetch: async () => Response.json({ value: [] }) });
  const atStart = loaded.length;
  await client.GET('/subscriptions/{subscriptionId}/providers/Microsoft.DataProtection/backupVaults', {
    params: { path: { subscriptionId: 's' }, query: { 'api-version': '2025-07-01' } },
  }).catch(() => undefined);
  const own = (part) => loaded.filter((url) => url.includes(part)).length;
  console.log(JSON.stringify({
    microsoftAtStart: loaded.slice(0, atStart).filter((url) => url.includes('/@azure/')).length,
    microsoft: own('/@azure/'),
    mapping: own('/azure-backup/src/mapping/'),
    connector: own('/azure-backup/src/connector/'),
    coreModel: own('/core/src/mapping/'),
  }));
`;

async function loadedBy(credential: string): Promise<Readonly<Record<string, number>>> {
  const args = ['--input-type=module', '--eval', script(credential)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: import.meta.dirname });
  return JSON.parse(stdout);
}

test('the typed client loads neither mapping nor connector, and no library of Microsoft for a given token', async () => {
  const nothing = { microsoftAtStart: 0, microsoft: 0, mapping: 0, connector: 0, coreModel: 0 };
  expect(await loadedBy("{ type: 'token', token: 'a-token-1' }")).toEqual(nothing);
});

test("Microsoft's libraries are loaded with the first request for a token, and not before", async () => {
  const secret = "{ type: 'client-secret', tenantId: 't', clientId: 'c', clientSecret: 'a-secret' }";
  const { microsoftAtStart, microsoft } = await loadedBy(secret);
  expect(microsoftAtStart).toBe(0);
  expect(microsoft).toBeGreaterThan(0);
});
