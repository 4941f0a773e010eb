import { expect, test } from 'vitest';
import { isSlow } from './slow-first.ts';

test.each([
  ['/clone/tooling/e2e/src/processes/kill.test.ts', true],
  ['C:\\clone\\tooling\\e2e\\src\\sync\\sync.test.ts', true],
  ['/clone/tooling/e2e/src/hostile/secrets.test.ts', false],
  ['/clone/packages/core/src/values/size.test.ts', false],
])('%s is started first: %s', (path, isFirst) => {
  expect(isSlow(path)).toBe(isFirst);
});
