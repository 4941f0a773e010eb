import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { facadeFleet } from '../facade/facade-fleet.ts';
import type { Aim, Figure } from '../figures/figure.ts';
import type { Suite, SuiteOptions } from '../figures/suite.ts';
import { commandForm, markCurrent, toCommandLine, writeConfiguration } from '../processes/crossvault-process.ts';
import { runRounds } from '../run-rounds.ts';
import { median, summarizeRatios } from '../statistics.ts';
import { fillStore } from '../store/fill-store.ts';
import { allConnections } from '../store/make-jobs.ts';
import { createSqliteBenchStore } from '../store/sqlite-bench-store.ts';
import { type Run, runProgram } from './run-program.ts';

interface Program {
  readonly name: string;
  readonly line: readonly string[];
  /** What its output must contain. */
  readonly says: RegExp;
  readonly aim: Aim | null;
}

const nothing: Program = { name: 'node -e 0', line: [process.execPath, '-e', '0'], says: /^$/, aim: null };

function programs(configPath: string, isQuick: boolean): readonly Program[] {
  const list = ['jobs', 'list', '--limit', '50', '--config', configPath];
  const all: readonly Program[] = [
    { name: '--version', line: toCommandLine(['--version']), says: /^\d+\.\d+\.\d+/, aim: { most: 1.5 } },
    { name: '--help', line: toCommandLine(['--help']), says: /jobs/, aim: { most: 1.5 } },
    { name: 'jobs list', line: toCommandLine(list), says: /srv-\d+/, aim: { most: 2.5 } },
    {
      name: 'jobs list --output json',
      line: toCommandLine([...list, '--output', 'json']),
      says: /"data"/,
      aim: { most: 2.5 },
    },
  ];
  return isQuick ? all.filter(({ name }) => name === '--version' || name === 'jobs list') : all;
}

/** By the clock, and by processor time where the system says it, which others on the machine disturb less. */
function toCommandFigures({ name, aim }: Program, runs: readonly Run[], baseline: readonly Run[]): readonly Figure[] {
  const compare = (title: string, unit: string, own: readonly number[], empty: readonly number[]): Figure => ({
    name: title,
    measured: `${median(own).toFixed(0)} to ${median(empty).toFixed(0)} ${unit} (${commandForm})`,
    ratio: summarizeRatios(own, empty),
    aim,
  });
  const wallMs = (all: readonly Run[]) => all.map((run) => run.wallMs);
  const processorMs = (all: readonly Run[]) => all.flatMap((run) => run.processorMs ?? []);
  const title = `${name} / ${nothing.name}`;
  const wall = compare(title, 'ms', wallMs(runs), wallMs(baseline));
  if (processorMs(baseline).length < baseline.length) return [wall];
  const processor = compare(
    `${title}, by processor time`,
    'ms of processor time',
    processorMs(runs),
    processorMs(baseline),
  );
  // What others on the machine do changes the time by the clock.
  return [{ ...wall, better: null }, processor];
}

async function measureCommand({ isQuick, rounds, write }: SuiteOptions, folder: string): Promise<readonly Figure[]> {
  const benchStore = createSqliteBenchStore(folder);
  const connections = allConnections(facadeFleet.connections);
  const store = await benchStore.open('command');
  await fillStore(store, { jobs: isQuick ? 500 : 20_000, mostMinutes: 20, fleet: facadeFleet, write });
  await markCurrent(store, connections);
  await store.close();
  const configPath = await writeConfiguration(folder, benchStore.address('command'), connections);
  const all = [nothing, ...programs(configPath, isQuick)];
  const names = all.map(({ name }) => name);
  const measure = async (name: string): Promise<Run> => {
    const { line, says } = all.find((program) => program.name === name) ?? nothing;
    return runProgram(line, says);
  };
  // The first round fills caches of compiled code and of files, and does not count.
  await runRounds(names, 1, measure);
  const measured = await runRounds(names, rounds ?? (isQuick ? 3 : 15), measure);
  const baseline = measured.get(nothing.name) ?? [];
  return all.slice(1).flatMap((program) => toCommandFigures(program, measured.get(program.name) ?? [], baseline));
}

export const commandSuite: Suite = {
  name: 'command',
  title: 'The `crossvault` command from its start to its end, against `node -e 0`.',
  isQuick: true,
  async run(options) {
    const folder = await mkdtemp(join(tmpdir(), 'crossvault-bench-'));
    try {
      return await measureCommand(options, folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
