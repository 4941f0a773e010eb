import { expect, test } from 'vitest';
import { vendors } from './vendors.ts';

test.each(vendors)('$id is known by the id that its package has', async ({ id, settings, definition }) => {
  const [known, whole] = [await settings(), await definition()];
  expect(known.id).toBe(id);
  expect([whole.id, whole.title, whole.configSchema]).toEqual([known.id, known.title, known.configSchema]);
});
