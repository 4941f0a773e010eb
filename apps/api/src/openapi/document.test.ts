import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { endpoints } from '../endpoints.ts';
import { buildDocument } from './document.ts';

const checkedIn = join(import.meta.dirname, '../../openapi.json');
const document = buildDocument(endpoints);
const text = JSON.stringify(document);

test('openapi.json is what the endpoints give', async () => {
  const drifted = 'openapi.json differs from the endpoints: run npx -y pnpm@10 --filter @crossvault/api generate';
  expect(JSON.parse(await readFile(checkedIn, 'utf8')), drifted).toEqual(JSON.parse(text));
});

test('it passes the linter and gives types', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-api-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const require = createRequire(import.meta.url);
  const codegen = require.resolve('@crossvault/codegen');
  const types = join(folder, 'schema.ts');
  const result = spawnSync(process.execPath, [codegen, checkedIn, types], { encoding: 'utf8' });
  expect(result.status, result.stderr).toBe(0);
  expect(await readFile(types, 'utf8')).toContain('listJobs: {');
});

test('every endpoint is in it, under its own name', () => {
  const names = endpoints.map(({ operationId }) => operationId);
  expect(new Set(names).size).toBe(names.length);
  for (const { path, method, operationId } of endpoints) {
    expect(document.paths?.[path]?.[method]).toMatchObject({ operationId });
  }
});

test('answers may grow, what is sent is taken by the letter, and no schema is there twice', () => {
  const schemas = Object.entries(document.components?.schemas ?? {});
  const strict = schemas.filter(([, schema]) => JSON.stringify(schema).includes('"additionalProperties":false'));
  expect(strict.map(([name]) => name).filter((name) => !/Request$|^NewApiKey$/.test(name))).toEqual([]);
  expect(Object.keys(document.components?.schemas ?? {}).filter((name) => name.endsWith('Output'))).toEqual([]);
});

test('every error is problem+json', () => {
  for (const { path, method } of endpoints) {
    const responses = Object.entries(document.paths?.[path]?.[method]?.responses ?? {});
    for (const [status, response] of responses.filter(([code]) => code >= '400')) {
      expect(response, `${path} ${status}`).toMatchObject({ content: { 'application/problem+json': {} } });
    }
  }
});

test('a parameter of several values is documented as comma-separated', () => {
  const parameters = document.paths?.['/v1/jobs']?.get?.parameters ?? [];
  expect(parameters).toContainEqual(
    expect.objectContaining({
      name: 'status',
      style: 'form',
      explode: false,
      schema: expect.objectContaining({ type: 'array', items: { $ref: '#/components/schemas/JobStatus' } }),
    }),
  );
});
