import { CrossvaultError, Secret } from '@crossvault/core';
import { expect, test } from 'vitest';
import { createLogger, type LogLevel } from '../index.ts';
import { forConnection } from './connection-logger.ts';

function recordLines(level?: LogLevel) {
  const lines: string[] = [];
  const logger = createLogger({
    ...(level === undefined ? {} : { level }),
    destination: { write: (line) => lines.push(line) },
  });
  return { logger, lines };
}

test('a line is one JSON object with time, level, fields and message', () => {
  const { logger, lines } = recordLines();
  forConnection(logger, 'console').info({ durationMs: 12, code: 'source-error' }, 'Listed.');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-.*Z$/),
    connection: 'console',
    durationMs: 12,
    code: 'source-error',
    msg: 'Listed.',
  });
});

test.each<[LogLevel, number]>([
  ['debug', 4],
  ['info', 3],
  ['warn', 2],
  ['error', 1],
  ['silent', 0],
])('with level %s, %i of four lines are written', (level, count) => {
  const { logger, lines } = recordLines(level);
  logger.debug({}, 'a');
  logger.info({}, 'a');
  logger.warn({}, 'a');
  logger.error({}, 'a');
  expect(lines).toHaveLength(count);
});

test.each<[string, object, string]>([
  ['in the message', {}, 'Authorization: Bearer canary-1234'],
  ['in a header', { headers: { Authorization: 'canary' } }, 'sent'],
  ['under the name of a secret', { credential: { clientSecret: 'canary', api_key: 'canary' } }, 'sent'],
  ['deep inside', { a: { b: [{ c: { d: 'password=canary' } }] } }, 'sent'],
  ['nested too deep', { a: { b: { c: { d: { e: { f: { g: 'canary' } } } } } } }, 'sent'],
  ['in an address', { url: 'https://u:canary@host/x?sig=canary' }, 'sent'],
  ['in JSON inside a text', { body: '{"access_token":"canary"}' }, 'sent'],
  ['as a Secret', { given: new Secret('canary') }, 'sent'],
  ['in an error', { error: new Error('token=canary', { cause: new Error('pwd: canary') }) }, 'sent'],
  ['in our error', { error: new CrossvaultError({ code: 'source-error', message: 'secret=canary' }) }, 'sent'],
  ['in a Map', { given: new Map([['token', 'canary']]) }, 'sent'],
])('a secret %s reaches no line', (_where, fields, message) => {
  const { logger, lines } = recordLines();
  logger.warn(fields, message);
  expect(lines.join('')).not.toContain('canary');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'warn' });
});

test('an error keeps its name, code and message', () => {
  const { logger, lines } = recordLines();
  logger.error({ error: new CrossvaultError({ code: 'source-error', message: 'The source answered 503.' }) }, 'failed');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    error: { name: 'CrossvaultError', code: 'source-error', message: 'The source answered 503.' },
  });
});

test('fields that contain themselves end somewhere', () => {
  const { logger, lines } = recordLines();
  const ring: Record<string, unknown> = { count: 1n };
  ring['ring'] = ring;
  logger.info(ring, 'round');
  expect(lines[0]).toContain('[deeper]');
});
