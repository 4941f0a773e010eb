import { createEngine } from '@crossvault/engine';
import { createManualClock, silentLogger } from '@crossvault/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../testing/history.ts';
import { createAuth } from './auth-mode.ts';
import { createServer } from './server.ts';

const withKeys = (hasKeys: boolean) => ({ hasKeys: async () => hasKeys });
const local = { host: '127.0.0.1', allowedHosts: [] };

test.each([
  ['no key was ever created', withKeys(false), local, 'none'],
  ['a key was created', withKeys(true), local, 'keys'],
  ['a key was created, and none is written', withKeys(true), { ...local, auth: 'none' }, 'none'],
  ['keys is written before the first key', withKeys(false), { ...local, auth: 'keys' }, 'keys'],
  ['the server has a name for others', withKeys(false), { ...local, allowedHosts: ['backup.example'] }, 'keys'],
  ['other machines reach the address', withKeys(false), { ...local, host: '0.0.0.0' }, 'keys'],
] as const)('%s', async (_case, engine, settings, mode) => {
  expect((await createAuth(engine, settings)()).mode).toBe(mode);
});

test.each([
  { ...local, allowedHosts: ['backup.example'] },
  { ...local, host: '0.0.0.0' },
])('none is refused on a server that others reach: %j', (settings) => {
  expect(() => createAuth(withKeys(true), { ...settings, auth: 'none' })).toThrow(
    expect.objectContaining({ code: 'configuration-invalid', parameter: 'server.auth' }),
  );
});

test('a key that was seen once counts while the store cannot be read', async () => {
  const answers = [true, new Error('down')];
  const decide = createAuth(
    {
      async hasKeys() {
        const answer = answers.shift() ?? false;
        if (answer instanceof Error) throw answer;
        return answer;
      },
    },
    local,
  );
  expect((await decide()).mode).toBe('keys');
  expect((await decide()).mode).toBe('keys');
});

test.each(['revoked', 'expired'])('the door stays shut when the only key is %s, also after a restart', async (end) => {
  const clock = createManualClock();
  const store = await openStore(clock);
  const engine = createEngine({ connections: [], clock, logger: silentLogger, store });
  async function start(): Promise<(headers?: Record<string, string>) => Promise<number>> {
    const listen = { host: '127.0.0.1', port: 0 };
    const server = await createServer({ engine, listen, logger: silentLogger, clock });
    onTestFinished(() => server.close());
    return async (headers = {}) => (await fetch(`${server.url}/v1/connections`, { headers })).status;
  }
  const ask = await start();
  expect(await ask()).toBe(200);
  const wanted = { name: 'only', scopes: ['read'], connections: null } as const;
  const expiresAt = new Date(clock.now() + 3_600_000).toISOString();
  const { key, token } = await engine.createKey(
    { ...wanted, expiresAt },
    { name: 'operator', scopes: ['admin'], connections: null },
  );
  const authorization = `Bearer ${token.reveal()}`;
  expect([await ask(), await ask({ authorization })]).toEqual([401, 200]);
  if (end === 'revoked') await engine.revokeKey(key.id, { name: 'operator', scopes: ['admin'], connections: null });
  else clock.shiftWall(3_600_001);
  expect([await ask(), await ask({ authorization })]).toEqual([401, 401]);
  const askAgain = await start();
  expect([await askAgain(), await askAgain({ authorization })]).toEqual([401, 401]);
});
