import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRepository } from './read-repository.ts';
import { rules } from './rules.ts';
import { toWorkspace } from './workspace.ts';

const workspace = toWorkspace(await readRepository(join(import.meta.dirname, '../../..')));

test.each(rules)('$sentence', ({ findBreaches }) => {
  expect(findBreaches(workspace)).toEqual([]);
});
