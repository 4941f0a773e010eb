import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '@crossvault/contract';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { resolveReferences } from './references.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'references-'));
});
afterEach(() => rm(folder, { recursive: true }));

const resolve = (value: unknown, environment: Record<string, string> = {}) =>
  resolveReferences(value, ['at'], { environment, folder });

async function revealed(reference: string, environment?: Record<string, string>): Promise<string> {
  const { value } = await resolve(reference, environment);
  if (!(value instanceof Secret)) throw new Error('expected a secret');
  return value.reveal();
}

test('references at any depth become secrets, everything else stays', async () => {
  const { value, issues } = await resolve({ a: [{ b: '${X}' }], c: 1, d: null, e: 'text' }, { X: 'x' });
  expect(issues).toEqual([]);
  expect(value).toEqual({ a: [{ b: expect.any(Secret) }], c: 1, d: null, e: 'text' });
});

test('a variable is taken as it is', async () => {
  expect(await revealed('${X}', { X: ' x\n' })).toBe(' x\n');
});

test.each([
  ['one\n', 'one'],
  ['one\r\n', 'one'],
  [' two\nlines \n\n', ' two\nlines \n'],
  ['bare', 'bare'],
])('a file loses one newline at its end and keeps the rest', async (content, secret) => {
  await writeFile(join(folder, 'secret'), content);
  expect(await revealed('${file:./secret}')).toBe(secret);
  expect(await revealed(`\${file:${folder}/secret}`)).toBe(secret);
});

test.each([
  ['a variable that is not set', '${NOT_SET}', 'refers to the environment variable NOT_SET, which is not set'],
  ['an empty variable', '${EMPTY}', 'refers to the environment variable EMPTY, which is empty'],
  ['a name that every object has', '${toString}', 'refers to the environment variable toString, which is not set'],
  ['a file that is not there', '${file:./none}', 'refers to the file FOLDER/none, which does not exist'],
  ['an empty file', '${file:empty}', 'refers to the file FOLDER/empty, which is empty'],
  ['a folder', '${file:inner}', 'refers to the file FOLDER/inner, which is a folder, not a file'],
  [
    'a file below a file',
    '${file:empty/x}',
    'refers to the file FOLDER/empty/x, which lies below something that is no folder',
  ],
])('%s is a missing secret that is named', async (_what, reference, message) => {
  await writeFile(join(folder, 'empty'), '\n');
  await mkdir(join(folder, 'inner'));
  const { issues } = await resolve([reference], { EMPTY: '' });
  expect(issues).toEqual([{ path: ['at', 0], message: message.replace('FOLDER', folder), code: 'secret-missing' }]);
});

test.each(['https://${X}:1280', '${X}${X}', '${X', '${}', '${1X}', '${file:}', ' ${X}'])(
  '%s is no whole reference',
  async (text) => {
    const { issues } = await resolve(text, { X: 'canary' });
    expect(issues).toMatchObject([{ path: ['at'], code: 'configuration-invalid' }]);
    expect(JSON.stringify(issues)).not.toContain('canary');
  },
);
