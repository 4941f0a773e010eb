import { fork } from 'node:child_process';
import { expect, test } from 'vitest';
import { nextMessage } from './next-message.ts';

const start = (code: string) => fork('-e', [code], { execArgv: [] });

test('a process that reports is heard', async () => {
  expect(await nextMessage(start('process.send(7); process.disconnect()'))).toBe(7);
});

test('a process that ends without a report is not waited for', async () => {
  await expect(nextMessage(start('process.exitCode = 3'))).rejects.toThrow('ended with 3');
});
