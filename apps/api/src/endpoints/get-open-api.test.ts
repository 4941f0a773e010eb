import { expect, test } from 'vitest';
import { endpoints } from '../endpoints.ts';
import { buildDocument } from '../openapi/document.ts';
import { readProblem, startFacade } from '../testing/facade.ts';

test('the document is the one that the endpoints give', async () => {
  const facade = await startFacade([]);
  const { status, headers, text } = await facade.ask('/v1/openapi.json');
  expect(status).toBe(200);
  expect(headers.get('content-type')).toMatch(/^application\/json/);
  expect(text).toBe(JSON.stringify(buildDocument(endpoints)));
});

test('a document that is known already is not sent again', async () => {
  const facade = await startFacade([]);
  const tag = (await facade.ask('/v1/openapi.json')).headers.get('etag') ?? '';
  expect((await facade.ask('/v1/openapi.json', { headers: { 'If-None-Match': tag } })).status).toBe(304);
});

test('parameters are refused', async () => {
  const facade = await startFacade([]);
  const problem = readProblem(await facade.ask('/v1/openapi.json?format=yaml'));
  expect(problem).toMatchObject({ status: 400, code: 'unknown-parameter', parameter: 'format' });
});
