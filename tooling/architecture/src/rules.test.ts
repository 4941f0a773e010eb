import { expect, test } from 'vitest';
import type { PlantedBreach } from './planted-breach.ts';
import { plantedFiles } from './planted-files.ts';
import { plantedFolders } from './planted-folders.ts';
import { plantedImports } from './planted-imports.ts';
import { rules } from './rules.ts';
import { plant, soundText } from './sound-repository.ts';

const find = (sentence: string, files: Readonly<Record<string, string | null>>): readonly string[] => {
  const rule = rules.find((each) => each.sentence === sentence);
  if (rule === undefined) throw new Error(`No rule says: ${sentence}`);
  return rule.findBreaches(plant(files));
};

const lines = (count: number): string => 'x\n'.repeat(count);
const home = ['', 'home', 'someone', 'data'].join('/');

test.each(rules)('in a sound repository $sentence', ({ findBreaches }) => {
  expect(findBreaches(plant())).toEqual([]);
});

const breaches: readonly PlantedBreach[] = [...plantedImports, ...plantedFiles, ...plantedFolders];

test.each(breaches)('"%s" is broken by a planted breach, which is named', (sentence, files, message) => {
  expect(find(sentence, files)).toEqual([message]);
});

test('every rule has been seen to break', () => {
  const broken = new Set(breaches.map(([sentence]) => sentence));
  expect(rules.map(({ sentence }) => sentence).filter((sentence) => !broken.has(sentence))).toEqual([]);
});

/** What looks like a breach and is none. */
test.each([
  ['a word in a comment', { 'packages/engine/src/order.ts': "// any, as ever: import 'express'\n" }],
  ['a word in a text', { 'packages/engine/src/order.ts': "export const hint = 'use it as any other; process.env';\n" }],
  [
    'a word in a template',
    { 'packages/engine/src/order.ts': 'export const hint = `as any ${[1].map(String)} as any`;\n' },
  ],
  [
    'a word in a pattern',
    { 'packages/engine/src/order.ts': "export const hint = /'as any/;\nexport const two = 'a';\n" },
  ],
  ['a method called any', { 'packages/engine/src/order.ts': 'export const first = Promise.any([]);\n' }],
  ['as const', { 'packages/engine/src/order.ts': 'export const words = [1] as const;\n' }],
  ['a renamed import', { 'packages/engine/src/order.ts': "import { named as job } from '@crossvault/core';\n" }],
  ['a type that the command imports', { 'apps/cli/src/serve.ts': "import type { named } from '@crossvault/api';\n" }],
  ['a late import of the command', { 'apps/cli/src/serve.ts': "export const a = () => import('@crossvault/api');\n" }],
  ['a longer word with an id in it', { 'packages/engine/src/order.ts': "export const word = 'acme-like';\n" }],
  [
    'an address with a folder called home',
    { 'packages/engine/README.md': `${soundText('packages/engine/README.md')}https://a.example${home}\n` },
  ],
  ['a long table of documented data', { 'packages/simulators/src/acme/documented.ts': lines(400) }],
  ['a long generated file', { 'packages/acme/src/generated/schema.ts': 'export const any: any = 1;\n'.repeat(400) }],
])('%s breaks no rule', (_case, files) => {
  const workspace = plant(files);
  expect(rules.flatMap(({ findBreaches }) => findBreaches(workspace))).toEqual([]);
});
