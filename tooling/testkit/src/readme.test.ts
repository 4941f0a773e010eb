import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runReadme } from './index.ts';

test('the example of the README runs', async () => {
  expect(await runReadme(fileURLToPath(new URL('../README.md', import.meta.url)))).toBe(1);
});
