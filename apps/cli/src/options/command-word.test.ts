import { expect, test } from 'vitest';
import { findCommandWord, findOptionValue } from './command-word.ts';

test.each([
  [['check'], 'check'],
  [['-o', 'json', 'check', 'more'], 'check'],
  [['--output=json', '--no-color', '--config', 'jobs', 'check'], 'check'],
  [['jobs', 'list', '--text', 'check'], 'jobs'],
  [['--help'], undefined],
  [[], undefined],
])('the command of %j is %s', (argv, word) => {
  expect(findCommandWord(argv)).toBe(word);
});

test('the last value of an option counts, in either form', () => {
  expect(findOptionValue(['check', '--format', 'nagios', '--format=zabbix'], '--format')).toBe('zabbix');
  expect(findOptionValue(['check'], '--format')).toBeUndefined();
});
