import { expect, test } from 'vitest';
import { keyNameSchema } from './keys.ts';

test.each(['ci', 'Nightly report', 'büro-1', 'Отчёт', 'レポート', 'a'.repeat(200)])(
  'a key may be called %s',
  (name) => {
    expect(keyNameSchema.safeParse(name).success).toBe(true);
  },
);

test.each([
  ['nothing', ''],
  ['a space at the beginning', ' ci'],
  ['a space at the end', 'ci '],
  ['two spaces together', 'ci  two'],
  ['a line break', 'ci\ntwo'],
  ['a tab', 'ci\ttwo'],
  ['a space of another kind', 'ci\u00a0two'],
  ['a character without width', 'c\u200bi'],
  ['a character that turns the direction', 'c\u202ei'],
  ['a blank pattern of Braille', 'c\u2800i'],
  ['a Cyrillic letter among Latin ones', 'аdmin'],
  ['a Greek letter among Latin ones', 'admiν'],
  ['too many characters', 'a'.repeat(201)],
])('no key is called with %s, which would be taken for another', (_, name) => {
  expect(keyNameSchema.safeParse(name).success).toBe(false);
});
