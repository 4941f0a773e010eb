import { expect, test, vi } from 'vitest';
import { openSignInWorld } from './__fixtures__/sign-in-world.ts';

const call = { signal: new AbortController().signal };

/** Alone in this file: the library decides once for a whole process what kind of machine it is on. */
test('the identity of an App Service gets a token that is taken, and replaces one that was refused', async () => {
  const world = await openSignInWorld();
  try {
    vi.stubEnv('IDENTITY_ENDPOINT', `${world.azure.url}/msi/token`);
    vi.stubEnv('IDENTITY_HEADER', 'simulated-identity');
    const tokens = world.tokensFor({ type: 'managed-identity' });
    const first = await tokens.get(call);
    expect(await world.isTaken(first)).toBe(true);
    world.azure.expireToken();
    expect(await world.isTaken((await tokens.renew?.(first, call)) ?? '')).toBe(true);
    expect(world.azure.requests.filter(({ path }) => path.startsWith('/msi/token'))).toHaveLength(2);
  } finally {
    vi.unstubAllEnvs();
    await world.close();
  }
});
