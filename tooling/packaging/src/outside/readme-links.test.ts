import { expect, test } from 'vitest';
import { findDeadReadmeLinks } from './readme-links.ts';

const files = ['package.json', 'README.md', 'openapi.json', 'dist/index.js', 'dist/client/index.d.ts'];
const deadIn = (readme: string) => findDeadReadmeLinks('@crossvault/acme', readme, files);

test.each([
  'See [the errors](../../docs/errors.md).',
  'See [the errors](../../docs/errors.md#codes "The codes").',
  'See [the errors](<../../docs/errors.md>).',
  'See [the errors].\n\n[the errors]: ../../docs/errors.md',
])('a link out of the tarball is dead: %j', (readme) => {
  expect(deadIn(readme)).toEqual([
    expect.stringMatching(
      /^the README of @crossvault\/acme names \.\.\/\.\.\/docs\/errors\.md.*, which its tarball lacks$/,
    ),
  ]);
});

test('a file of the sources is named in vain', () => {
  expect(deadIn('The kinds are in `src/faults/fault.ts`.')).toEqual([
    'the README of @crossvault/acme names src/faults/fault.ts, which its tarball lacks',
  ]);
});

test.each([
  '[The document](openapi.json), [the same](./openapi.json#paths), [the client](dist/client).',
  '[A page](https://vendor.example/docs), [a heading](#use), [a mail](mailto:someone@vendor.example).',
  '`docs/errors.md` in the repository.',
  '```ts\nconst [first] = list;\nread(`src/own.ts`)[0](../x);\n```',
])('what is there, elsewhere or an example is no dead link: %j', (readme) => {
  expect(deadIn(readme)).toEqual([]);
});
