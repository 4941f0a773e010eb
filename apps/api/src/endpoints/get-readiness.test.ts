import { CrossvaultError } from '@crossvault/core';
import { createManualClock, createPlainSynchronizer } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { readProblem, startFacade } from '../testing/facade.ts';
import { openStore } from '../testing/history.ts';

/** A facade whose store gives this for its last change. */
async function startOver(lastChange: () => Promise<string>) {
  const clock = createManualClock();
  const known = await openStore(clock);
  const store = { ...known, lastChange, during: () => ({ ...known, lastChange }) };
  const facade = await startFacade([], {
    clock,
    history: { store, synchronizer: createPlainSynchronizer([], store, clock) },
  });
  return { ...facade, clock };
}

test('the server is ready without a store, and with one that answers', async () => {
  const ready = { status: 200, body: { status: 'ready' } };
  expect(await (await startFacade([])).ask('/readyz')).toMatchObject(ready);
  expect(await (await startOver(async () => '7')).ask('/readyz')).toMatchObject(ready);
});

test('it is not ready while the store fails, and the answer reveals nothing of the store', async () => {
  const message = 'The store postgres://db.internal/crossvault cannot be used.';
  const facade = await startOver(() => Promise.reject(new CrossvaultError({ code: 'store-corrupt', message })));
  const reply = await facade.ask('/readyz');
  expect(readProblem(reply)).toMatchObject({ status: 503, code: 'store-unavailable' });
  expect(reply.text).not.toContain('db.internal');
  expect(await facade.ask('/healthz')).toMatchObject({ status: 200 });
});

test('a store that gives no answer within three seconds makes it not ready', async () => {
  const asked = Promise.withResolvers<void>();
  const facade = await startOver(() => {
    asked.resolve();
    return new Promise(() => undefined);
  });
  const reply = facade.ask('/readyz');
  await asked.promise;
  await facade.clock.move(3_000);
  expect(readProblem(await reply)).toMatchObject({ status: 503, code: 'store-unavailable' });
});
