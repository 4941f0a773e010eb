import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { userAgent } from './attempt.ts';

test('requests introduce themselves with the version of the package', () => {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(manifest).toMatchObject({ version: userAgent.split('/')[1] });
});
