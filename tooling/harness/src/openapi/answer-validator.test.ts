import { expect, test } from 'vitest';
import { createAnswerValidator } from './answer-validator.ts';

const documents = [new URL('./__fixtures__/things.yaml', import.meta.url)];
const marked = { headers: { 'x-request': '1' } };
const thing = (body: unknown) => Response.json(body, marked);

async function violationsOf(method: string, path: string, answer: Response, ignoreCase = false) {
  const validator = createAnswerValidator({ documents, ignoreCase });
  const fetch = validator.watch(async () => answer);
  const response = await fetch(new Request(`https://host.example${path}`, { method }));
  expect(response).toBe(answer);
  expect(response.bodyUsed).toBe(false);
  expect(validator.answers).toBe(1);
  return [...validator.violations].map((violation) => violation.replace(/^.*?: /, ''));
}

test.each([
  ['GET', '/things/7', thing({ name: 'a', at: '2026-01-01T00:00:00Z', part: { name: null } })],
  ['GET', '/api/v1/things/7', thing({ name: 'a', more: true })],
  ['GET', '/things/7?page=2', new Response('no', { status: 404, headers: { 'content-type': 'text/plain' } })],
  ['GET', '/things/count', Response.json(3)],
  ['GET', '/things/count', new Response(null, { status: 500 })],
  ['DELETE', '/things/7', new Response(null, { status: 204 })],
])('%s %s is answered as documented', async (method, path, answer) => {
  expect(await violationsOf(method, path, answer)).toEqual([]);
});

test.each([
  ['GET', '/others', thing({}), 'no such operation'],
  ['POST', '/things/7', thing({}), 'no such operation'],
  ['GET', '/THINGS/7', thing({}), 'no such operation'],
  ['GET', '/things/7', thing({}), " must have required property 'name'"],
  ['GET', '/things/7', thing({ name: 'a', part: { name: 7 } }), '/part/name must be string,null'],
  ['GET', '/things/7', thing({ name: 'a', at: 'noon' }), '/at must match format "date-time"'],
  ['GET', '/things/7', Response.json({ name: 'a' }), 'lacks the headers x-request'],
  [
    'GET',
    '/things/7',
    new Response('{', { headers: { ...marked.headers, 'content-type': 'application/json' } }),
    'is no JSON',
  ],
  [
    'GET',
    '/things/7',
    new Response('<p>', { headers: { ...marked.headers, 'content-type': 'text/html' } }),
    'has the media type text/html',
  ],
  ['GET', '/things/7', new Response(null, { status: 500 }), 'is not among the documented statuses'],
  ['GET', '/things/7', new Response(null, { status: 404 }), 'has the media type of nothing'],
  ['GET', '/things/count', Response.json('3'), ' must be integer'],
  ['GET', '/things/count', Response.json('sorry', { status: 500 }), 'has a body where none is documented'],
])('of %s %s a differing answer is reported', async (method, path, answer, violation) => {
  expect(await violationsOf(method, path, answer)).toEqual([violation]);
});

test('paths are compared without case where the vendor does so', async () => {
  expect(await violationsOf('GET', '/Things/7', thing({ name: 'a' }), true)).toEqual([]);
});

test('an operation counts as exercised once it succeeded', async () => {
  const validator = createAnswerValidator({ documents });
  const answers = [
    new Response('no', { status: 404, headers: { 'content-type': 'text/plain' } }),
    thing({ name: 'a' }),
  ];
  const fetch = validator.watch(async () => answers.shift() ?? Response.error());
  await fetch(new Request('https://host.example/things/7'));
  expect(validator.unexercised()).toEqual(['getThing', 'removeThing', 'countThings']);
  await fetch(new Request('https://host.example/things/7'));
  expect(validator.unexercised()).toEqual(['removeThing', 'countThings']);
});
