import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errorCodes, errorTable } from '../index.ts';

const faults = {
  request: 'the request',
  setup: 'the configuration',
  timeout: 'a source (timeout)',
  source: 'a source',
  store: 'the store',
  ours: 'Crossvault',
} as const;

test('docs/errors.md lists every code with its title, status and exit code', () => {
  const page = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8');
  const written = page
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    );
  const expected = errorCodes.map((code) => {
    const { title, status, exitCode, fault, retryable } = errorTable[code];
    return [`\`${code}\``, title, String(status), String(exitCode), faults[fault], retryable ? 'yes' : 'no'];
  });
  expect(written).toEqual(expected);
});
