import { expect, test } from 'vitest';
import { readNextLink } from './next-link.ts';

const listUrl = 'https://graph-us.example:8443/backup/m365/cloudbackupjobs';

test.each([
  ['https://graph-us.example:8443/backup/m365/cloudbackupjobs?PageIndex=1', '?PageIndex=1'],
  ['/backup/m365/cloudbackupjobs?pageIndex=1', '?pageIndex=1'],
  ['cloudbackupjobs?pageIndex=1', '?pageIndex=1'],
  ['?pageIndex=1', '?pageIndex=1'],
])('%s is a link of our own', (link, query) => {
  expect(readNextLink(link, listUrl)).toEqual({ kind: 'own', url: `${listUrl}${query}` });
});

test.each([
  'https://evil.example/backup/m365/cloudbackupjobs?pageIndex=1',
  'http://graph-us.example:8443/backup/m365/cloudbackupjobs?pageIndex=1',
  'https://graph-us.example/backup/m365/cloudbackupjobs?pageIndex=1',
  'https://graph-us.example:8443@evil.example/?pageIndex=1',
  'https://user:word@graph-us.example:8443/?pageIndex=1',
  '//evil.example/x',
  '\\\\evil.example\\x',
  '/\\evil.example?pageIndex=1',
  'javascript:alert(1)?x',
  'ftp://graph-us.example:8443/x',
  'https://[?x',
  '/backup/m365/restore/jobs?pageIndex=1',
  'cloudbackupjobs/../../settings?pageIndex=1',
])('%s is foreign', (link) => {
  expect(readNextLink(link, listUrl)).toEqual({ kind: 'foreign' });
});

test.each(['eyJwYWdlIjoyfQ==', 'abc/def+ghi=', '/abc+def=', '2'])('%s is a bare token', (link) => {
  expect(readNextLink(link, listUrl)).toEqual({ kind: 'token' });
});

test('an empty link is the end, none says nothing', () => {
  expect(readNextLink('', listUrl)).toEqual({ kind: 'end' });
  expect(readNextLink(null, listUrl)).toEqual({ kind: 'absent' });
});

test('a link with a megabyte of slashes is foreign', () => {
  expect(readNextLink(`/${'/'.repeat(1_000_000)}x?pageIndex=1`, listUrl)).toEqual({ kind: 'foreign' });
  expect(readNextLink(`${listUrl}${'/'.repeat(1_000_000)}x?pageIndex=1`, listUrl)).toEqual({ kind: 'foreign' });
});
