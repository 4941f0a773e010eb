import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltCommand, buildCommand } from '../testing/built-command.ts';

let command: BuiltCommand;
beforeAll(async () => {
  command = await buildCommand();
}, 120_000);
afterAll(() => command.remove());

const packagesIn = (sources: readonly string[]): readonly string[] =>
  [...new Set(sources.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []))].toSorted();

/** What calls a vendor: its client, its mapping and its connector, and not the schema of its settings. */
const vendorCode = (sources: readonly string[]): readonly string[] => [
  ...new Set(
    sources.flatMap(
      (path) => /^packages\/([\w-]+)\/src\/(?:client\/client|connector\/connector)\.ts$/.exec(path)?.[1] ?? [],
    ),
  ),
];

describe('the built command', () => {
  test.each([['--version'], ['--help'], ['jobs', 'list', '--help']])(
    'loads for %s %s %s what reads arguments',
    async (...argv) => {
      const { exitCode, out, sources } = await command.run(argv);
      expect([exitCode, out.length > 0]).toEqual([0, true]);
      expect(packagesIn(sources)).toEqual(['commander']);
      expect(sources.filter((path) => path.startsWith('packages/'))).toEqual([]);
    },
  );

  test('knows the version of its package', async () => {
    const manifest: { readonly version: string } = JSON.parse(
      await readFile(join(import.meta.dirname, '../../package.json'), 'utf8'),
    );
    expect((await command.run(['--version'])).out).toBe(`${manifest.version}\n`);
  });

  test('lists from a store without the code of a vendor, an HTTP or identity library, PostgreSQL or a log', async () => {
    const demo = await command.run(['demo', '--exit', '--port', '0', '--jobs', '40', '--days', '2']);
    expect(demo.exitCode, demo.err).toBe(0);
    const { out, sources } = await command.run([
      'jobs',
      'list',
      '-o',
      'json',
      '--config',
      '.crossvault/demo/crossvault.yaml',
    ]);
    const page: { readonly data: readonly unknown[] } = JSON.parse(out);
    expect(page.data.length).toBeGreaterThan(10);
    expect(packagesIn(sources)).toEqual(['commander', 'kysely', 'p-queue', 'yaml', 'zod']);
    expect(vendorCode(sources)).toEqual([]);
    expect(sources.filter((path) => /packages\/client-kit\/|zod\/v4\/locales\/(?!en)/.test(path))).toEqual([]);
  }, 120_000);

  test('reports a wrong setting of a vendor where only the store is read', async () => {
    const setting = { name: 'one', vendor: 'veeam-azure', baseUrl: 'no address', apiVersion: 'v8.1' };
    await writeFile(join(command.cwd, 'wrong.yaml'), JSON.stringify({ connections: [setting] }));
    const { exitCode, err } = await command.run(['jobs', 'list', '--config', 'wrong.yaml']);
    expect(exitCode).toBe(7);
    expect(err).toContain('wrong.yaml:1: connections[0].baseUrl must be an http or https address');
  });

  test("loads the code of a vendor with its first connection, and not the others' code", async () => {
    const connection = (name: string, vendor: string, apiVersion: string) => ({
      ...{ name, vendor, apiVersion, baseUrl: 'http://127.0.0.1:9' },
      credential: { type: 'token', token: '${SECRET}' },
    });
    const connections = [connection('one', 'veeam-azure', 'v8.1'), connection('other', 'veeam-spc', 'v3')];
    await writeFile(join(command.cwd, 'two.yaml'), JSON.stringify({ connections, store: { type: 'none' } }));
    const serveAndAsk = (path: string) => {
      let isAsked = false;
      return command.run(['serve', '--config', 'two.yaml', '--listen', '127.0.0.1:0'], (written, interrupt) => {
        const url = /listening on (\S+) /.exec(written)?.[1];
        if (url === undefined || isAsked) return;
        isAsked = true;
        void fetch(`${url}${path}`)
          .then((answer) => answer.text())
          .finally(interrupt);
      });
    };
    expect(vendorCode((await serveAndAsk('/v1/health')).sources)).toEqual([]);
    const asked = await serveAndAsk('/v1/jobs?connection=one');
    expect(vendorCode(asked.sources)).toEqual(['veeam-azure']);
    expect(packagesIn(asked.sources)).toContain('undici');
  }, 60_000);
});
