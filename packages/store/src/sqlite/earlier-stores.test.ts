import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { realClock } from '../conformance/real-clock.ts';
import { readContents, readExpected, readFixture } from '../conformance/store-contents.ts';
import { openSqliteStore } from './open-sqlite-store.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The file that an earlier version filled, in a folder of its own. */
function placeFixture(): string {
  const folder = mkdtempSync(join(tmpdir(), 'crossvault-store-'));
  folders.push(folder);
  const path = join(folder, 'history.db');
  writeFileSync(path, readFixture('part4.sqlite.gz'));
  return path;
}

describe('a file that an earlier version filled', () => {
  test('opens with the same jobs, keys, operations, audit entries, positions and states, and a second time', async () => {
    const path = placeFixture();
    for (let opening = 0; opening < 2; opening += 1) {
      const store = await openSqliteStore({ path, clock: realClock });
      const contents = await readContents(store);
      expect(contents).toEqual(readExpected('part4.sqlite.json'));
      expect(await store.check()).toEqual([]);
      await store.close();
    }
  });
});
