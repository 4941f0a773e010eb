import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { summarySchema } from '@crossvault/core';
import { sinceMeaning } from '@crossvault/core/internal';
import { expect, test } from 'vitest';
import { sinceOption } from './filter-options.ts';

const meaning = 'jobs that started, ended or were open since then';

test('since is explained in the same words by the command, the facade, the summary and the documentation', async () => {
  expect(`${sinceOption[0]?.toUpperCase()}${sinceOption.slice(1)}.`).toBe(sinceMeaning);
  expect(sinceOption.startsWith(meaning)).toBe(true);
  expect(summarySchema.shape.window.shape.since.description?.toLowerCase()).toContain(meaning);
  expect(await readFile(join(import.meta.dirname, '../../../../docs/rest.md'), 'utf8')).toContain(meaning);
});
