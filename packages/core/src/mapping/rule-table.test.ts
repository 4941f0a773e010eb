import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { derivedFromJobs, mappedFields, notReported, valueAt } from './rule-table.ts';

const answer = { id: 'a', properties: { tasks: [{ name: 'copy' }], none: null } };

test.each([
  ['id', 'a'],
  ['properties.tasks.0.name', 'copy'],
  ['properties.none', null],
  ['properties.none.deeper', undefined],
  ['properties.tasks.1', undefined],
  ['id.length', undefined],
  ['constructor', undefined],
  ['properties.tasks.length', undefined],
])('at %s the answer has %o', (path, value) => {
  expect(valueAt(answer, path)).toEqual(value);
});

test('a path is followed without a look at the fields beside it, so that large answers cost no more', () => {
  const counted = new Proxy(answer, {
    ownKeys() {
      throw new Error('All fields were listed.');
    },
  });
  expect(valueAt(counted, 'properties.tasks.0.name')).toBe('copy');
  expect(valueAt(counted, 'absent')).toBeUndefined();
});

property.prop([fc.jsonValue(), fc.string()])(
  'any path into any answer is walked without an exception',
  (root, path) => {
    expect(() => valueAt(root, path)).not.toThrow();
  },
);

test('a field that no vendor reports says so, and one that follows from jobs is missing until they are known', () => {
  expect(notReported([]).read({})).toEqual({ value: [], provenance: 'unsupported' });
  expect(derivedFromJobs().read({})).toEqual({ value: null, provenance: 'missing' });
});

test('no field stands twice in the table', () => {
  expect(new Set(mappedFields).size).toBe(mappedFields.length);
});
