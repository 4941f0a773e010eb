import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { encodeParts } from './job-id.ts';

const encode = (...parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts), 'utf8').toString('base64url');

const part = fc.oneof(
  fc.constantFrom('', 'a', 'list', 'ü', '"', '\\', '\u0000', '\ud800', 'x'.repeat(9000)),
  fc.string(),
);

property.prop([
  fc.array(fc.tuple(fc.constantFrom('here', 'there', 'ü"'), fc.array(part, { maxLength: 4 })), { maxLength: 8 }),
])('an id is the JSON of its parts, whatever ids were made before it', (ids) => {
  for (const [connection, key] of ids) expect(encodeParts(connection, key)).toBe(encode(connection, ...key));
});

test('ids of one list that differ in their last part are each their own', () => {
  for (const last of ['job-1', 'job-22', '', 'ü', 'job-"3"', 'job-4', 'x'.repeat(9000), 'job-5']) {
    expect(encodeParts('here', ['list', last])).toBe(encode('here', 'list', last));
  }
});
