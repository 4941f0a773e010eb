import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { bundleCommand } from '../bundle/bundle-command.ts';

/** One run of the built command. */
export interface BuiltRun {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
  /** The sources that were loaded, relative to the repository. */
  readonly sources: readonly string[];
}

export interface BuiltCommand {
  /** The folder in which it runs. */
  readonly cwd: string;
  /** `onError` gets what it has written to stderr so far, and a function that ends it. */
  run(argv: readonly string[], onError?: (written: string, interrupt: () => void) => void): Promise<BuiltRun>;
  remove(): Promise<void>;
}

const repository = join(import.meta.dirname, '../../../..');

/** Notes every module that Node loads, and writes their addresses when the process ends. */
const recorder = `data:text/javascript,${encodeURIComponent(`
import { registerHooks } from 'node:module';
import { writeFileSync } from 'node:fs';
const seen = [];
registerHooks({ load: (url, context, next) => (seen.push(url), next(url, context)) });
process.on('exit', () => writeFileSync(process.env.LOADED_MODULES, JSON.stringify(seen)));
`)}`;

/** Bundles the command into a folder of its own, as it is published. */
export async function buildCommand(): Promise<BuiltCommand> {
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-built-'));
  const { outputs } = await bundleCommand(join(folder, 'bin'));
  const cwd = join(folder, 'work');
  await mkdir(cwd);

  async function sourcesIn(record: string): Promise<readonly string[]> {
    const urls: readonly string[] = JSON.parse(await readFile(record, 'utf8'));
    return urls
      .filter((url) => url.startsWith('file:'))
      .flatMap((url) => Object.entries(outputs[relative(repository, fileURLToPath(url))]?.inputs ?? {}))
      .flatMap(([source, { bytesInOutput }]) => (bytesInOutput > 0 ? [source] : []));
  }

  return {
    cwd,
    async run(argv, onError = () => undefined) {
      const record = join(folder, 'loaded.json');
      const child = spawn(process.execPath, ['--import', recorder, join(folder, 'bin/main.js'), ...argv], {
        cwd,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          LOADED_MODULES: record,
          XDG_CACHE_HOME: join(folder, 'cache'),
          SECRET: 'a-made-up-token',
        },
      });
      let err = '';
      child.stderr.setEncoding('utf8').on('data', (written: string) => {
        err += written;
        onError(err, () => child.kill('SIGINT'));
      });
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
      const [out, exitCode] = await Promise.all([text(child.stdout), ended]);
      return { exitCode, out, err, sources: await sourcesIn(record) };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
