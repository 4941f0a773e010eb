import { fileURLToPath } from 'node:url';
import { runReadme } from '@crossvault/testkit';
import { expect, test } from 'vitest';

test('the example of the README runs', async () => {
  expect(await runReadme(fileURLToPath(new URL('../README.md', import.meta.url)))).toBe(1);
});
