import { expect, test } from 'vitest';
import { hideKnown, knowSecret } from './known-secrets.ts';

const secret = 'pass phrase+with/all?kinds=of "signs"';
knowSecret(`${secret}\n`);

test.each([
  ['as it is', secret],
  ['in base64', btoa(secret)],
  ['in base64 for addresses', btoa(secret).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')],
  ['in an address', encodeURIComponent(secret)],
  ['in a form', encodeURIComponent(secret).replaceAll('%20', '+')],
  ['in JSON', JSON.stringify(secret).slice(1, -1)],
])('a secret of this process is taken out of a text %s', (_how, form) => {
  expect(hideKnown(`before ${form} after`, '…')).toMatch(/^before …=* after$/);
});

test('every place of it is emptied, and the rest stays', () => {
  expect(hideKnown(`${secret}, ${secret}; pass phrase`, '…')).toBe('…, …; pass phrase');
});

test('a text that is too short to be told from a word is not taken for one', () => {
  knowSecret('backup');
  expect(hideKnown('The backup failed.', '…')).toBe('The backup failed.');
});

test('of very many secrets the oldest are forgotten', () => {
  for (let index = 0; index < 1000; index += 1) knowSecret(`a-later-secret-${index}-`);
  expect(hideKnown(`${secret} a-later-secret-999-`, '…')).toBe(`${secret} …`);
});
