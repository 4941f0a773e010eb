import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { quoteReferences } from './quote-references.ts';

test.each([
  ['a: { b: ${X}, c: ${Y} }', 'a: { b: "${X}", c: "${Y}" }'],
  ['a: [${X},${file:./b c}]', 'a: ["${X}","${file:./b c}"]'],
])('bare references inside braces and brackets are quoted: %s', (source, quoted) => {
  expect(quoteReferences(source)).toBe(quoted);
});

test.each(['a: ${X}', 'a: "${X}"', "a: { b: '${X}' } # ${Y}", 'a: |\n  { b: ${X} }\n', 'a: { b: x${X} }'])(
  'everything else stays as it is: %s',
  (source) => {
    expect(quoteReferences(source)).toBe(source);
  },
);

property.prop([fc.string(), fc.string()])('lines stay where they are, whatever the text', (before, after) => {
  const source = `${before}: { a: \${X} }\n${after}`;
  expect(quoteReferences(source).split('\n').length).toBe(source.split('\n').length);
});
