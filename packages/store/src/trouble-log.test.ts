import { CrossvaultError, type Logger } from '@crossvault/core';
import { expect, test } from 'vitest';
import { createTroubleLog } from './trouble-log.ts';

function createLog() {
  const lines: string[] = [];
  const ignore = (): void => undefined;
  const logger: Logger = {
    debug: ignore,
    error: ignore,
    info: (_, text) => void lines.push(`info ${text}`),
    warn: (fields, text) => void lines.push(`warn ${text} ${JSON.stringify(fields)}`),
  };
  return { lines, log: createTroubleLog(logger, { failing: 'It fails.', well: 'It works again.' }) };
}

test('trouble is logged once, and its end once', () => {
  const { lines, log } = createLog();
  const error = new CrossvaultError({ code: 'store-unavailable', message: 'gone' });
  log.end();
  log.note(error);
  log.note(error);
  log.end();
  log.end();
  expect(lines).toEqual([expect.stringContaining('warn It fails.'), 'info It works again.']);
});

test('trouble of another kind is logged as well', () => {
  const { lines, log } = createLog();
  log.note(new CrossvaultError({ code: 'store-unavailable', message: 'gone' }));
  log.note(new CrossvaultError({ code: 'store-full', message: 'full' }));
  expect(lines).toHaveLength(2);
});

test('a very long reason is cut', () => {
  const { lines, log } = createLog();
  log.note(new Error('x'.repeat(5_000)));
  expect(lines[0]?.length).toBeLessThan(700);
});
