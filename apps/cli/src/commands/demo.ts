import { relative } from 'node:path';
import { CrossvaultError, changePageSchema, type JobPage, jobPageSchema, summarySchema } from '@crossvault/core';
import { readWholeNumber } from '../options/read-list-flags.ts';
import type { CommandIo, GlobalFlags } from '../output/command-io.ts';
import { renderDemoGuide } from '../output/demo-guide.ts';
import { renderDemoNight } from '../output/demo-night.ts';
import { renderJobsTable } from '../output/jobs-table.ts';
import { createPalette } from '../output/palette.ts';
import { createProgressBar } from '../output/progress-bar.ts';
import { toMinuteText } from '../output/quantity.ts';
import { printLines } from '../output/show.ts';
import { toSourceNotes } from '../output/source-notes.ts';
import { renderSummary } from '../output/summary-table.ts';
import { createTerminal, type Terminal } from '../output/terminal.ts';
import { askFacade } from '../runtime/ask-facade.ts';
import { type DemoWorld, openDemoWorld } from '../runtime/demo-world.ts';
import { tryPort } from '../runtime/try-port.ts';
import { untilAborted } from '../runtime/until-aborted.ts';
import { syncToEnd } from './sync-to-end.ts';

export interface DemoFlags extends GlobalFlags {
  readonly exit?: boolean;
  readonly port: string;
  readonly jobs: string;
  readonly days: string;
  readonly seed: string;
}

const host = '127.0.0.1';
const shownJobs = 12;
const mostChanges = 1000;
const lookMs = 2 * 3_600_000;

/** `crossvault demo`: four simulated vendors in the evening, the REST API over them, and the jobs of one night. */
export async function demo(flags: DemoFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const port = readWholeNumber('port', flags.port, 0, 65_535);
  const fleet = {
    jobs: readWholeNumber('jobs', flags.jobs, 0, 1_000_000),
    days: readWholeNumber('days', flags.days, 1, 3650),
    seed: readWholeNumber('seed', flags.seed, 0, Number.MAX_SAFE_INTEGER),
  };
  await demandPort(port);
  const nowMs = Date.now();
  const behindMs = nowMs - lastEveningMs(nowMs);
  const world = await openDemoWorld({ io, fleet, listen: { host, port }, behindMs });
  try {
    await syncAll(world, io);
    const evening = await readNewest(world, io.signal);
    await showEvening(terminal, evening, world, io.signal);
    const asked = `${world.url}/v1/changes?limit=${mostChanges}`;
    const { next } = await lastPage(asked, io.signal);
    await passNight(world, behindMs, io);
    await syncAll(world, io);
    await showNight(terminal, world, next, io.signal);
    await printLines(
      terminal,
      renderDemoGuide({
        command: io.command ?? 'crossvault',
        url: world.url,
        controlUrl: world.simulators.control.url,
        configPath: relative(io.cwd, world.configPath),
        page: evening,
        stays: flags.exit !== true,
      }),
    );
    if (flags.exit !== true) await untilAborted(io.signal);
    return 0;
  } finally {
    await world.close();
  }
}

/** The latest 18:00 UTC after which a whole night has passed. */
export function lastEveningMs(nowMs: number): number {
  const [hourMs, dayMs] = [3_600_000, 86_400_000];
  return Math.floor((nowMs - 12 * hourMs - 18 * hourMs) / dayMs) * dayMs + 18 * hourMs;
}

/** Reads everything before it prints anything; a terminal shows a progress bar. */
async function syncAll({ engine }: DemoWorld, { stderr, signal }: CommandIo): Promise<void> {
  const names = engine.connectionNames;
  const bar = createProgressBar(stderr, names.length);
  try {
    await Promise.all(names.map((name) => syncToEnd(engine, name, (share) => bar.show(name, share), { signal })));
  } finally {
    bar.end();
  }
}

/** A console reports only the last run of each definition: during a night it is looked at again and again, as a worker does. */
async function passNight(world: DemoWorld, nightMs: number, { signal }: CommandIo): Promise<void> {
  const connections = await world.engine.connections({ signal });
  const sampled = connections.filter(({ history }) => history === 'sampled').map(({ name }) => name);
  for (let leftMs = nightMs; leftMs > 0; leftMs -= lookMs) {
    await moveClock(world, Math.min(lookMs, leftMs), signal);
    if (leftMs <= lookMs) return;
    for (const name of sampled) await syncToEnd(world.engine, name, () => undefined, { signal });
  }
}

const readNewest = ({ url }: DemoWorld, signal: AbortSignal): Promise<JobPage> =>
  askFacade(`${url}/v1/jobs?limit=${shownJobs}`, jobPageSchema, signal);

const timeOf = ({ simulators }: DemoWorld): string => toMinuteText(new Date(simulators.clock.now()).toISOString());

async function showEvening(terminal: Terminal, page: JobPage, world: DemoWorld, signal: AbortSignal): Promise<void> {
  const connections = await world.engine.connections({ signal });
  const jobs = connections.reduce((sum, { sync }) => sum + (sync?.jobs ?? 0), 0);
  await printLines(terminal, [
    `${timeOf(world)} for four simulated vendors. ${jobs} jobs of theirs are stored; the newest:`,
    '',
    ...renderJobsTable(page.data, terminal.width, createPalette(terminal.color)),
    '',
  ]);
  for (const note of toSourceNotes(page.sources)) terminal.note(`crossvault: ${note}`);
}

async function lastPage(url: string, signal: AbortSignal): Promise<{ readonly next: string }> {
  let page = (await askFacade(url, changePageSchema, signal)).page;
  while (page.more) page = (await askFacade(`${url}&after=${page.next}`, changePageSchema, signal)).page;
  return page;
}

/** Calls the simulators' control port over HTTP. */
async function moveClock({ simulators }: DemoWorld, milliseconds: number, signal: AbortSignal): Promise<void> {
  const body = JSON.stringify({ move: milliseconds / 1000 });
  const response = await fetch(`${simulators.control.url}/clock`, { method: 'POST', body, signal });
  if (response.ok) return;
  throw new CrossvaultError({ code: 'internal-error', message: `The simulators answered ${response.status}.` });
}

async function showNight(terminal: Terminal, world: DemoWorld, after: string, signal: AbortSignal): Promise<void> {
  const { url } = world;
  const palette = createPalette(terminal.color);
  const changes = await askFacade(`${url}/v1/changes?limit=${mostChanges}&after=${after}`, changePageSchema, signal);
  const jobs = await askFacade(`${url}/v1/jobs?limit=500`, jobPageSchema, signal);
  const summary = await askFacade(`${url}/v1/summary?since=24h`, summarySchema, signal);
  await printLines(terminal, [
    `After one night it is ${timeOf(world)}. Syncs found ${changes.data.length} changes, in order:`,
    '',
    ...renderDemoNight(changes.data, jobs.data, terminal.width, palette),
    '',
    'The last 24 hours:',
    '',
    ...renderSummary(summary, terminal.width, palette),
    '',
  ]);
}

async function demandPort(port: number): Promise<void> {
  try {
    await tryPort(host, port);
  } catch (error) {
    throw new CrossvaultError({
      code: 'address-in-use',
      message: `Port ${port} on ${host} is in use, or this account may not use it. Choose another with --port, or --port 0 for any free port.`,
      parameter: 'port',
      cause: error,
    });
  }
}
