import { expect, test } from 'vitest';
import { parseVendorName, VendorNameError } from './vendor-name.ts';

test.each([
  ['acme', { id: 'acme', camel: 'acme', pascal: 'Acme', title: 'Acme' }],
  ['acme-backup', { id: 'acme-backup', camel: 'acmeBackup', pascal: 'AcmeBackup', title: 'Acme Backup' }],
  ['acme-365', { id: 'acme-365', camel: 'acme365', pascal: 'Acme365', title: 'Acme 365' }],
])('%s is written in all its forms', (text, name) => {
  expect(parseVendorName(text)).toEqual(name);
});

test.each([
  '',
  'Acme',
  'acme_backup',
  'acme backup',
  'acme--backup',
  '-acme',
  'acme-',
  '7acme',
  '../acme',
  'acmé',
  'a'.repeat(41),
])('"%s" is no name, and the message says what a name is', (text) => {
  expect(() => parseVendorName(text)).toThrow(VendorNameError);
  expect(() => parseVendorName(text)).toThrow('small letters and digits');
});

test.each(['class', 'new', 'vendors', 'shared'])('"%s" is reserved', (text) => {
  expect(() => parseVendorName(text)).toThrow('the word is reserved');
});
