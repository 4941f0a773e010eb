import { expect, test } from 'vitest';
import { satisfies } from './node-versions.ts';
import { permits } from './run-programs.ts';

test.each([
  ['22.18.0', '>=22.18', true],
  ['22.23.5', '>=22.18', true],
  ['22.17.9', '>=22.18', false],
  ['24.0.0', '>=24', true],
  ['22.23.5', '>=24', false],
])('whether %s satisfies %s is %s', (version, range, expected) => {
  expect(satisfies(version, range)).toBe(expected);
});

test('a range of another form is refused', () => {
  expect(() => satisfies('24.0.0', '^24')).toThrow('"^24" is no range of the form >=22.18');
});

test('a program runs where every package that it leads to permits it', () => {
  const packages = [
    { name: '@crossvault/core', folder: 'packages/core', nodeRange: '>=22.18', entryPoints: [] },
    { name: '@crossvault/store', folder: 'packages/store', nodeRange: '>=24', entryPoints: [] },
  ];
  const dependencies = (name: string) => (name === '@crossvault/runtime' ? ['@crossvault/store'] : []);
  const importing = (name: string) => ({ id: '', path: '', cwd: '.', text: `import { a } from '${name}';` });
  const onNode22 = (name: string) => permits(importing(name), packages, dependencies, '22.23.5');
  expect(['@crossvault/core/model', '@crossvault/store', '@crossvault/runtime'].map(onNode22)).toEqual([
    true,
    false,
    false,
  ]);
});
