import { expect, test } from 'vitest';
import { findUnannounced } from './changesets.ts';
import { compareReports, isInternal, packageOf } from './compare-reports.ts';

const report = (file: string, text: string) => ({
  packageName: '@crossvault/core',
  specifier: '@crossvault/core',
  file,
  text,
});

test('a report that is as checked in is no change', () => {
  expect(compareReports([report('core.api.md', 'a')], new Map([['core.api.md', 'a']]))).toEqual([]);
});

test('reports that differ, are new or describe nothing any more are changes', () => {
  const changes = compareReports(
    [report('core.api.md', 'b'), report('core.model.api.md', 'c')],
    new Map([
      ['core.api.md', 'a'],
      ['client-kit.old.api.md', 'd'],
    ]),
  );
  expect(changes.map((change) => [change.kind, packageOf(change)])).toEqual([
    ['changed', '@crossvault/core'],
    ['new', '@crossvault/core'],
    ['gone', '@crossvault/client-kit'],
  ]);
});

test('only what is under /internal may change unannounced', () => {
  const changes = compareReports([report('core.internal.api.md', ''), report('core.model.api.md', '')], new Map());
  expect(changes.map(isInternal)).toEqual([true, false]);
});

test('a changeset announces the packages of its front matter', () => {
  const text = '---\n"@crossvault/core": minor\n\'@crossvault/engine\': patch\n---\n\n@crossvault/store: unchanged.\n';
  const changed = ['@crossvault/store', '@crossvault/core', '@crossvault/engine', '@crossvault/store'];
  expect(findUnannounced(changed, [{ file: 'one.md', text }])).toEqual(['@crossvault/store']);
});
