import { expect, test } from 'vitest';
import { scanCode } from './scan-code.ts';

test.each([
  ['a line comment', 'a // b\nc', 'a     \nc', [], ['// b']],
  ['a comment over lines', 'a /* b\n */ c', 'a     \n    c', [], ['/* b\n */']],
  ['texts', `a('b', "c")`, `a(' ', " ")`, ['b', 'c'], []],
  ['an escaped quote', `'it\\'s' + b`, `'     ' + b`, [`it\\'s`], []],
  ['a comment in a text', `'// b' // c`, `'    '     `, ['// b'], ['// c']],
  ['a template', '`a ${b} c`', '`  ${b}  `', ['a ', ' c'], []],
  ['a template in a template', '`a${b(`c${d}`)}e`', '` ${b(` ${d}`)} `', ['a', 'c', '', 'e'], []],
  ['an object in a template', '`a${{ b: {} }.b}c`', '` ${{ b: {} }.b} `', ['a', 'c'], []],
  ['a pattern', `a = /'[/]"/g; 'b'`, `a =         ; ' '`, ['b'], []],
  ['a pattern after return', 'return /`/', 'return    ', [], []],
  ['a division', `a / b / 'c'`, `a / b / ' '`, ['c'], []],
  ['a division after a bracket', `(a) / b / 'c'`, `(a) / b / ' '`, ['c'], []],
])('%s', (_case, text, code, texts, comments) => {
  const scanned = scanCode(text);
  expect(scanned.code).toBe(code);
  expect(scanned.texts.map((piece) => piece.text)).toEqual(texts);
  expect(scanned.comments.map((piece) => piece.text)).toEqual(comments);
});

test('every piece says where it begins', () => {
  const text = "const a = 'b'; // c\nconst d = `e${f}g`;\n";
  const { texts, comments, code } = scanCode(text);
  for (const piece of [...texts, ...comments])
    expect(text.slice(piece.start, piece.start + piece.text.length)).toBe(piece.text);
  expect(code).toHaveLength(text.length);
});

test.each(['`never closed', "'never closed", '/* never closed', '`${', '}', '', '`a${b'])(
  '%j is read to its end',
  (text) => {
    expect(scanCode(text).code).toHaveLength(text.length);
  },
);
