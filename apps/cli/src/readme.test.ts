import { join } from 'node:path';
import { runReadme } from '@crossvault/testkit';
import { expect, test } from 'vitest';

test('the example of the README runs', async () => {
  expect(await runReadme(join(import.meta.dirname, '../README.md'))).toBe(1);
});
