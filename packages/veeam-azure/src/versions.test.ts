import { expect, test } from 'vitest';
import { adviseVersions, apiVersions, mannerOf } from './versions.ts';

test.each([
  ['v1', 'lower-case', false, false, false, 1],
  ['v2', 'capitalized', true, true, false, 1],
  ['v3', 'capitalized', true, true, true, 2],
  ['v4', 'capitalized', true, false, true, 6],
  ['v8.1', 'capitalized', true, false, true, 6],
] as const)(
  '%s: parameters %s, filters %s, display %s, operations %s, sorts of policies %i',
  (version, parameters, filters, takesDisplay, hasOperations, sorts) => {
    expect(mannerOf(version)).toMatchObject({ parameters, filters, takesDisplay, hasOperations });
    expect(mannerOf(version).policySorts).toHaveLength(sorts);
  },
);

test.each(apiVersions)('the advice when %s is not served names only products that do not serve it', (version) => {
  const advice = adviseVersions(version);
  expect(advice).toMatch(/\d\.\d serves v/);
  expect(advice.split(/serves |; |\./).flatMap((part) => part.split(', '))).not.toContain(version);
});
