import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Secret } from '@crossvault/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { resolveReferences } from './references.ts';
import { mostFileBytes } from './text-file.ts';

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

test.each([
  ['one\n', 'one'],
  ['one\r\n\r\n', 'one'],
  ['\ufeffone\n', 'one'],
  ['two words\nand a line\n\n', 'two words\nand a line'],
  ['bare', 'bare'],
])('newlines around a secret are no part of it, in a variable as in a file: %j', async (content, secret) => {
  await writeFile(join(folder, 'secret'), content);
  expect(await revealed('${X}', { X: content })).toBe(secret);
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

test.each([
  ['abc ', 'ends with U+0020 (space)'],
  ['\tabc', 'begins with U+0009 (tab)'],
  ['abc\u00a0\n', 'ends with U+00A0 (no-break space)'],
  ['\u200babc\u200b', 'begins with U+200B (zero width space) and ends with U+200B (zero width space)'],
  ['abc\u0000', 'ends with U+0000'],
])('another invisible character at the edge of a secret is refused and named: %j', async (content, edges) => {
  await writeFile(join(folder, 'secret'), content);
  for (const reference of ['${X}', '${file:secret}']) {
    const { issues } = await resolve(reference, { X: content });
    expect(issues).toMatchObject([{ code: 'configuration-invalid', message: expect.stringContaining(edges) }]);
  }
});

test('a pipe, a device and an endless file are refused without being read', async () => {
  const pipe = join(folder, 'pipe');
  await promisify(execFile)('mkfifo', [pipe]);
  for (const file of [pipe, '/dev/zero']) {
    const { issues } = await resolve(`\${file:${file}}`);
    expect(issues).toMatchObject([{ message: expect.stringContaining('is no regular file') }]);
  }
  await writeFile(join(folder, 'large'), 'x'.repeat(mostFileBytes + 1));
  const { issues } = await resolve('${file:large}');
  expect(issues).toMatchObject([{ message: expect.stringContaining(`larger than ${mostFileBytes} bytes`) }]);
});

test('a path with a control character is refused, and the character is named', async () => {
  const { issues } = await resolve('${file:a\u0007b}');
  expect(issues).toMatchObject([{ message: expect.stringContaining('the control character U+0007') }]);
});

test.each([
  [0o644, 'can be read by other users of this machine (mode 0644)'],
  [0o606, 'can be read and changed by other users of this machine (mode 0606)'],
  [0o620, 'can be changed by other users of this machine (mode 0620)'],
])('a secret in a file of mode %o gets a warning', async (mode, text) => {
  await writeFile(join(folder, 'secret'), 'abc');
  await chmod(join(folder, 'secret'), mode);
  const { issues, warnings } = await resolve('${file:secret}');
  expect(issues).toEqual([]);
  expect(warnings).toMatchObject([{ message: expect.stringContaining(text) }]);
  await chmod(join(folder, 'secret'), 0o640);
  expect((await resolve('${file:secret}')).warnings).toEqual([]);
});
