import { tmpdir } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { createFakeVendor, jobsAt } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import type { CommandIo, Output } from '../output/command-io.ts';
import { runCommand } from '../run-command.ts';
import { openFakes } from '../testing/fake-runtime.ts';

const minutes = Array.from({ length: 503 }, (_, index) => index);

const openMany = openFakes({ a: createFakeVendor({ pageSize: 500, jobs: jobsAt('a', minutes) }) });
const exportAll = ['export', '--started-after', 'all'];
const surroundings = { stderr: { write: () => undefined }, cwd: tmpdir(), environment: {} };
const countJobs = (text: string): number => text.split('\n').filter((line) => line.includes('fake')).length;

/** How many jobs an export has read and its reader has not taken yet, at the most. */
async function countHeld(...flags: readonly string[]) {
  const held = { jobs: 0, most: 0, written: 0 };
  const openRuntime: CommandIo['openRuntime'] = async () => {
    const runtime = await openMany();
    const listJobs: typeof runtime.engine.listJobs = async (...args) => {
      const listing = await runtime.engine.listJobs(...args);
      held.jobs += listing.records.length;
      held.most = Math.max(held.most, held.jobs);
      return listing;
    };
    return { ...runtime, engine: { ...runtime.engine, listJobs } };
  };
  async function take(text: string, done: () => void): Promise<void> {
    for (let wait = 0; wait < 50; wait += 1) await turn();
    const jobs = countJobs(text);
    held.jobs -= jobs;
    held.written += jobs;
    done();
  }
  const slow: Output = { write: (text, done) => void take(text, () => done?.()) };
  const { signal } = new AbortController();
  const io = { ...surroundings, stdout: slow, signal, openRuntime };
  const exitCode = await runCommand([...exportAll, ...flags], io);
  return { exitCode, ...held };
}

test.each(['ndjson', 'csv'])('an export as %s holds one page, however slowly it is read', async (format) => {
  expect(await countHeld('--format', format)).toEqual({ exitCode: 0, jobs: 0, most: 100, written: 503 });
});

test('an export whose reader takes everything at once can be interrupted', async () => {
  const interruption = new AbortController();
  let written = 0;
  const quick: Output = {
    write(text, done) {
      if (written === 0) setImmediate(() => interruption.abort());
      written += countJobs(text);
      done?.();
    },
  };
  const io = { ...surroundings, stdout: quick, signal: interruption.signal, openRuntime: openMany };
  expect(await runCommand(exportAll, io)).toBe(130);
  expect(written).toBe(100);
});
