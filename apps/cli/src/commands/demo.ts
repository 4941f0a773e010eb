import { join, relative } from 'node:path';
import { createServer } from '@crossvault/api';
import { CrossvaultError, type JobPage, jobPageSchema, problemSchema } from '@crossvault/contract';
import { createLogger, createSystemClock, openRuntime } from '@crossvault/runtime';
import { type Simulators, startSimulators, writeConfiguration } from '@crossvault/simulators';
import type { CommandIo, GlobalFlags } from '../command-io.ts';
import { readWholeNumber } from '../read-list-flags.ts';
import { renderDemoGuide } from '../render/demo-guide.ts';
import { renderJobsTable } from '../render/jobs-table.ts';
import { createPalette } from '../render/palette.ts';
import { printLines } from '../render/show.ts';
import { toSourceNotes } from '../render/source-notes.ts';
import { createTerminal } from '../terminal.ts';
import { tryPort } from '../try-port.ts';
import { untilAborted } from '../until-aborted.ts';
import { toFileSearch } from '../with-runtime.ts';

export interface DemoFlags extends GlobalFlags {
  readonly exit?: boolean;
  readonly port: string;
  readonly jobs: string;
  readonly days: string;
  readonly seed: string;
}

const host = '127.0.0.1';
const folder = join('.crossvault', 'demo');
const shownJobs = 25;

/** `crossvault demo`: four simulated vendors, the facade over them, and its newest jobs. */
export async function demo(flags: DemoFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const port = readWholeNumber('port', flags.port, 0, 65_535);
  const fleet = {
    jobs: readWholeNumber('jobs', flags.jobs, 0, 1_000_000),
    days: readWholeNumber('days', flags.days, 1, 3650),
    seed: readWholeNumber('seed', flags.seed, 0, Number.MAX_SAFE_INTEGER),
  };
  // Another demo may run there: its configuration must stay as it is.
  await demandPort(port);
  const closers: (() => Promise<void>)[] = [];
  try {
    const simulators = await startSimulators({ ...fleet, running: true });
    closers.unshift(simulators.close);
    const configPath = await writeDemoConfiguration(simulators, io.cwd);
    const logger = createLogger({ level: 'error', destination: { write: (line) => io.stderr.write(line) } });
    const clock = createSystemClock();
    const runtime = await openRuntime({ ...toFileSearch(io, { config: configPath }), clock, logger });
    closers.unshift(runtime.close);
    const facade = await createServer({ engine: runtime.engine, listen: { host, port }, logger, clock });
    closers.unshift(facade.close);

    const page = await fetchNewestJobs(facade.url, io.signal);
    const palette = createPalette(terminal.color);
    const guide = renderDemoGuide({
      url: facade.url,
      controlUrl: simulators.control.url,
      configPath: relative(io.cwd, configPath),
      page,
      stays: flags.exit !== true,
    });
    await printLines(terminal, [...renderJobsTable(page.data, terminal.width, palette), '', ...guide]);
    for (const note of toSourceNotes(page.sources)) terminal.tell(`crossvault: ${note}`);
    if (flags.exit !== true) await untilAborted(io.signal);
    return 0;
  } finally {
    for (const close of closers) await close();
  }
}

async function writeDemoConfiguration(simulators: Simulators, cwd: string): Promise<string> {
  try {
    return await writeConfiguration(join(cwd, folder), Object.values(simulators.vendors));
  } catch (error) {
    throw new CrossvaultError({
      code: 'configuration-unreadable',
      message: `The demo cannot write its configuration: ${error instanceof Error ? error.message : String(error)}.`,
      cause: error,
    });
  }
}

async function demandPort(port: number): Promise<void> {
  try {
    await tryPort(host, port);
  } catch (error) {
    throw new CrossvaultError({
      code: 'address-in-use',
      message: `Port ${port} on ${host} is already in use, or not for this account. Choose another with --port, or --port 0 for any free one.`,
      parameter: 'port',
      cause: error,
    });
  }
}

/** Over HTTP, as everybody else would. */
async function fetchNewestJobs(url: string, signal: AbortSignal): Promise<JobPage> {
  const response = await fetch(`${url}/v1/jobs?limit=${shownJobs}`, { signal });
  const body: unknown = await response.json();
  const page = jobPageSchema.safeParse(body);
  if (response.ok && page.success) return page.data;
  const problem = problemSchema.safeParse(body);
  throw new CrossvaultError({
    code: problem.data?.code ?? 'internal-error',
    message: `The facade answered ${response.status}: ${problem.data?.detail ?? 'no page of jobs.'}`,
  });
}
