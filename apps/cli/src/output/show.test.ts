import type { ListedJob } from '@crossvault/core';
import { makeJob } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { toCsv } from './jobs-csv.ts';
import { show } from './show.ts';
import { createTerminal } from './terminal.ts';

const hostile = 'a\u001b[31m\u0007\u0000\r\n\u009b2J\u202edcba\u2028e\u007f: #';
const steering = /[^\P{Cc}\n]|[\p{Bidi_Control}\p{Zl}\p{Zp}]/u;

async function print(output: 'json' | 'ndjson' | 'yaml', value: object): Promise<string> {
  let printed = '';
  const write = (text: string, done?: () => void) => {
    printed += text;
    done?.();
  };
  const io = { stdout: { write }, stderr: { write }, cwd: '/', signal: new AbortController().signal };
  const terminal = createTerminal(io, { output, color: false });
  await show(terminal, { whole: value, rows: [value], lines: async () => [] });
  return printed;
}

test.each([
  ['json', (text: string): unknown => JSON.parse(text)],
  ['ndjson', (text: string): unknown => JSON.parse(text)],
  ['yaml', (text: string): unknown => parse(text)],
] as const)('%s steers no terminal and is read as the same text', async (form, read) => {
  const value = { text: hostile, [`key${hostile}`]: [hostile], plain: 'yes' };
  const printed = await print(form, value);
  expect(printed).not.toMatch(steering);
  expect(read(printed)).toEqual(value);
});

const cellsOf = (name: string): string => {
  const job: ListedJob = { ...makeJob('c', '1'), target: { type: 'vm', id: null, name } };
  return toCsv([job]);
};

test('a cell of CSV has no control characters', () => {
  expect(cellsOf(hostile)).not.toMatch(steering);
  expect(cellsOf(hostile).split('\n')).toHaveLength(2);
});

test.each(['=1+1', ' =1+1', '\n=1+1', '\t@x', '\u00a0+1', '\u001b=1'])(
  'the cell %j is a text and no formula',
  (text) => {
    expect(cellsOf(text)).toMatch(/,'[=@+]/);
  },
);

test('a message beside the data is one line, whatever a text in it holds', () => {
  let written = '';
  const write = (text: string) => {
    written += text;
  };
  const io = { stdout: { write }, stderr: { write }, cwd: '/', signal: new AbortController().signal };
  createTerminal(io, { output: 'table', color: false }).note('crossvault: c: failed\r\ncrossvault: all is well');
  expect(written).toBe('crossvault: c: failed crossvault: all is well\n');
});
