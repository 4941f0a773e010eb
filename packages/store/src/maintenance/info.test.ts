import { at, reading } from '@crossvault/testkit/store';
import { expect, onTestFinished, test } from 'vitest';
import { schemaVersion } from '../schema/migrations.ts';
import { openTestSession } from '../testing/test-session.ts';
import { readInfo } from './info.ts';

test('says what is stored, from when to when, and of which version the tables are', async () => {
  const session = await openTestSession();
  onTestFinished(() => session.close());
  expect(await readInfo(session.db, session.engine)).toMatchObject({
    engine: 'sqlite',
    schemaVersion,
    jobs: 0,
    changes: 0,
    oldestStartedAt: null,
    newestStartedAt: null,
  });
  await session.put([
    reading('c', '1', { startedAt: at(1) }),
    reading('c', '2', { startedAt: at(9) }),
    reading('c', '3', { startedAt: null }),
  ]);
  expect(await readInfo(session.db, session.engine)).toMatchObject({
    jobs: 3,
    changes: 3,
    oldestStartedAt: at(1),
    newestStartedAt: at(9),
  });
});
