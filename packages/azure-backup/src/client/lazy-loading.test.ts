import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** Lists which of Microsoft's libraries a process has loaded once it has a connector with this credential. */
const script = (credential: string): string => `
  import { registerHooks } from 'node:module';
  const loaded = [];
  registerHooks({ resolve(name, context, next) { loaded.push(name); return next(name, context); } });
  const { Secret } = await import('@crossvault/core');
  const { azureBackup } = await import(${JSON.stringify(new URL('../index.ts', import.meta.url).href)});
  const vaults = [{ subscriptionId: 's', resourceGroup: 'g', name: 'v' }];
  const config = azureBackup.configSchema.parse({ name: 'a', vendor: 'azure-backup', vaults, credential: ${credential} });
  const never = () => new Promise(() => {});
  const context = { connection: 'a', random: Math.random, concurrency: 1, clock: { now: Date.now, monotonicMs: () => performance.now(), sleep: never },
    logger: { debug() {} }, fetch: async () => Response.json({ value: [] }) };
  const connector = azureBackup.connect(config, context);
  const call = { signal: new AbortController().signal };
  const [list] = await connector.jobLists(call);
  const query = { startedAfter: null, startedBefore: null, status: null };
  await connector.listJobs(list, query, { size: 1, token: null }, call).catch(() => undefined);
  console.log(loaded.filter((name) => name.startsWith('@azure/')).length);
`;

async function librariesLoaded(credential: string): Promise<number> {
  const args = ['--input-type=module', '--eval', script(credential)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: import.meta.dirname });
  return Number(stdout);
}

test("Microsoft's libraries are loaded for a token that has to be requested, and for no other", async () => {
  expect(await librariesLoaded("{ type: 'token', token: new Secret('t0ken') }")).toBe(0);
  const secret = "{ type: 'client-secret', tenantId: 't', clientId: 'c', clientSecret: new Secret('s') }";
  expect(await librariesLoaded(secret)).toBeGreaterThan(0);
});
