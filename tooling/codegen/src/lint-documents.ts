import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const redocly = join(dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin/cli.js');
const config = join(import.meta.dirname, '../redocly.yaml');

/** True when Redocly finds nothing. What it says goes to stderr, with file and line. */
export function lintDocuments(files: readonly string[]): boolean {
  const result = spawnSync(process.execPath, [redocly, 'lint', ...files, '--config', config, '--format', 'stylish'], {
    stdio: ['ignore', 2, 2],
    // Neither telemetry nor a look for a newer version: generating needs no network.
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
  return result.status === 0;
}
