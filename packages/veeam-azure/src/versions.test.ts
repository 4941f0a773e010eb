import { expect, test } from 'vitest';
import { adviseVersions, apiVersions, mannerOf } from './versions.ts';

test.each([
  ['v1', 'lower-case', false, false, false],
  ['v2', 'capitalized', true, true, false],
  ['v3', 'capitalized', true, true, true],
  ['v4', 'capitalized', true, false, true],
  ['v8.1', 'capitalized', true, false, true],
] as const)(
  '%s: parameters %s, filters %s, display %s, operations %s',
  (version, parameters, filters, takesDisplay, hasOperations) => {
    expect(mannerOf(version)).toEqual({ parameters, filters, takesDisplay, hasOperations });
  },
);

test.each(apiVersions)('who is told that %s is not served is told only of products that do not serve it', (version) => {
  const advice = adviseVersions(version);
  expect(advice).toMatch(/\d\.\d serves v/);
  expect(advice.split(/serves |; |\./).flatMap((part) => part.split(', '))).not.toContain(version);
});
