import { expect, test } from 'vitest';
import { readPemBlocks } from './pem-blocks.ts';

const block = (label: string): string => `-----BEGIN ${label}-----\nQUJD\n-----END ${label}-----`;

test('every block is read with its label, whatever stands between them', () => {
  const text = `Bag Attributes\n${block('PRIVATE KEY')}\nsubject=x\n${block('CERTIFICATE')}\n`;
  expect(readPemBlocks(text)).toEqual([
    { label: 'PRIVATE KEY', pem: block('PRIVATE KEY') },
    { label: 'CERTIFICATE', pem: block('CERTIFICATE') },
  ]);
});

test('a block without a matching end is ignored', () => {
  expect(readPemBlocks('-----BEGIN CERTIFICATE-----\nQUJD')).toEqual([]);
  expect(readPemBlocks(`-----BEGIN KEY-----\nQUJD\n-----END CERTIFICATE-----\n${block('KEY')}`)).toEqual([
    { label: 'KEY', pem: block('KEY') },
  ]);
  expect(readPemBlocks(`-----BEGIN KEY-----\nQUJD\n${block('CERTIFICATE')}`)).toEqual([
    { label: 'CERTIFICATE', pem: block('CERTIFICATE') },
  ]);
});

test.each(['-----BEGIN A-----', '-----BEGIN ', '-----END ', '-----BEGIN A-----\n-----END B-----', '-'])(
  'a megabyte of %j holds no block',
  (part) => {
    expect(readPemBlocks(part.repeat(1_000_000 / part.length))).toEqual([]);
  },
);
