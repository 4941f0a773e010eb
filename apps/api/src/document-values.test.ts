import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { endpoints } from './endpoints.ts';
import { buildDocument } from './openapi/document.ts';

/** A value that the document shows, and the path of the schema that it has to agree with. */
interface ShownValue {
  readonly schemaPath: readonly string[];
  readonly value: unknown;
}

/** Maps from names to things: a name there, such as "default", is no keyword. */
const maps = new Set(['properties', 'responses', 'schemas', 'parameters', 'headers', 'paths', 'content']);

const isObject = (node: unknown): node is Readonly<Record<string, unknown>> =>
  typeof node === 'object' && node !== null;

/** Every `default`, `example` and value of `examples`. Those of parameters and media types belong to the schema in them. */
function findValues(node: unknown, path: readonly string[] = []): readonly ShownValue[] {
  if (Array.isArray(node)) return node.flatMap((inner, index) => findValues(inner, [...path, String(index)]));
  if (!isObject(node)) return [];
  const isMap = maps.has(path.at(-1) ?? '');
  const schemaPath = 'schema' in node ? [...path, 'schema'] : path;
  const values = isMap ? [] : valuesOf(node).map((value) => ({ schemaPath, value }));
  const below = Object.entries(node).filter(([name]) => isMap || !/^(?:default|examples?)$/.test(name));
  return [...values, ...below.flatMap(([name, inner]) => findValues(inner, [...path, name]))];
}

function valuesOf(node: Readonly<Record<string, unknown>>): readonly unknown[] {
  const { examples } = node;
  const named = isObject(examples)
    ? Object.values(examples).map((each) => (isObject(each) ? each['value'] : each))
    : [];
  const single = ['default', 'example'].flatMap((name) => (name in node ? [node[name]] : []));
  return [...single, ...(Array.isArray(examples) ? examples : named)];
}

/** What the document shows although its own schema forbids it. */
function findForbidden(document: object): readonly string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, 'document');
  return findValues(document).flatMap(({ schemaPath, value }) => {
    const steps = schemaPath.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1')));
    const validate = ajv.getSchema(`document#/${steps.join('/')}`);
    if (validate?.(value) === true) return [];
    return [`${schemaPath.join(' ')}: ${JSON.stringify(value)} ${ajv.errorsText(validate?.errors)}`];
  });
}

test('every default and every example agrees with its own schema', () => {
  const document = buildDocument(endpoints);
  expect(findValues(document).length).toBeGreaterThan(50);
  expect(findForbidden(document)).toEqual([]);
});

test.each([
  ['a default', { schema: { type: 'array', minItems: 1, default: [] } }],
  ['an example of a schema', { schema: { type: 'string', format: 'date-time', examples: ['yesterday'] } }],
  ['an example of a parameter', { schema: { type: 'integer' }, example: 'many' }],
  ['a named example', { schema: { type: 'integer' }, examples: { many: { value: 'many' } } }],
])('%s that its schema forbids is found', (_name, parameter) => {
  expect(findForbidden({ components: { parameters: { wrong: parameter } } })).toHaveLength(1);
});
