import { expect, test } from 'vitest';
import { connector } from './connector.ts';
import { makeList } from './make-list.ts';

test('the measured list holds as many jobs as were requested, and the connector reads all of them', async () => {
  const input = await makeList(40);
  const readAll = await connector.load(Buffer.from(input));
  expect(await readAll()).toBe(40);
});
