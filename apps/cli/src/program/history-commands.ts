import type { Command } from 'commander';
import type { SyncFlags } from '../commands/connections/sync.ts';
import type { ExportFlags } from '../commands/export.ts';
import type { WaitFlags } from '../commands/jobs/wait.ts';
import type { WatchFlags } from '../commands/jobs/watch.ts';
import type { PruneFlags } from '../commands/store/prune.ts';
import type { UpkeepFlags } from '../commands/store/upkeep.ts';
import type { SummaryFlags } from '../commands/summary.ts';
import { addFilters, collectValues, sinceOption } from '../options/filter-options.ts';
import type { CommandIo, GlobalFlags } from '../output/command-io.ts';
import type { Outcome } from '../output/outcome.ts';

/** What is done with jobs while time goes by. */
export function addJobsInTime(jobs: Command, io: CommandIo, outcome: Outcome): void {
  jobs
    .command('wait')
    .description('wait until jobs have ended; the exit code is their result')
    .argument('<ref...>', 'our ids, <connection>/<native id>, or native ids alone')
    .option('--timeout <span>', 'give up after so long: seconds, or 90s, 15m, 24h (default: never)')
    .option('--fail-fast', 'end as soon as one of them has failed')
    .option('--appears-within <span>', 'a job that is not known yet may show up so late', '0')
    .addHelpText(
      'after',
      [
        '',
        'Exit codes: 0 all succeeded; 3 one has a warning or was skipped; 4 one failed, was cancelled or is unknown;',
        '5 the time was over before all had ended; 8 there is no such job.',
      ].join('\n'),
    )
    .action(async (refs: string[], _flags: object, command: Command) => {
      const { waitForJobs } = await import('../commands/jobs/wait.ts');
      outcome.exitCode = await waitForJobs(refs, command.optsWithGlobals<WaitFlags>(), io);
    });
  jobs
    .command('watch')
    .description('changes of status as they happen, until it is interrupted; needs a store')
    .option('--connection <names>', 'connections', collectValues)
    .option('--status <words>', 'changes to one of these statuses', collectValues)
    .option('--after <cursor>', 'changes behind this one first (default: only new ones; 0 from the first that is kept)')
    .action(async (_flags: object, command: Command) => {
      const { watchJobs } = await import('../commands/jobs/watch.ts');
      outcome.exitCode = await watchJobs(command.optsWithGlobals<WatchFlags>(), io);
    });
}

export function addSync(connections: Command, io: CommandIo, outcome: Outcome): void {
  connections
    .command('sync')
    .description('bring what is stored up to date now')
    .argument('[name...]', 'names of connections (default: all)')
    .option('--wait', 'go on until their whole history is there')
    .action(async (names: string[], _flags: object, command: Command) => {
      const { syncConnections } = await import('../commands/connections/sync.ts');
      outcome.exitCode = await syncConnections(names, command.optsWithGlobals<SyncFlags>(), io);
    });
}

/** What is told of all jobs together, and what is done with where they are kept. */
export function addHistory(program: Command, io: CommandIo, outcome: Outcome): void {
  program
    .command('summary')
    .description('how all connections stand: jobs by status, last successes; needs a store')
    .option('--since <when>', sinceOption, '24h')
    .option('--started-before <instant>', 'RFC 3339 with zone, exclusive')
    .action(async (_flags: object, command: Command) => {
      const { summary } = await import('../commands/summary.ts');
      outcome.exitCode = await summary(command.optsWithGlobals<SummaryFlags>(), io);
    });
  addFilters(program.command('export').description('all jobs to stdout, in bounded memory'))
    .option('--format <form>', 'ndjson or csv', 'ndjson')
    .option(
      '--include <parts>',
      "raw: the vendors' answers as they came; tasks: the steps (ndjson only)",
      collectValues,
    )
    .action(async (_flags: object, command: Command) => {
      const { exportJobs } = await import('../commands/export.ts');
      outcome.exitCode = await exportJobs(command.optsWithGlobals<ExportFlags>(), io);
    });
  addStore(program.command('store').description('where the history is kept'), io, outcome);
}

function addStore(store: Command, io: CommandIo, outcome: Outcome): void {
  const upkeep = {
    info: 'what it is and what it holds',
    migrate: 'bring its tables up to date, and nothing else',
    vacuum: 'give free space back to the disk',
    check: 'look at every page and every index, and count the jobs again',
  } as const;
  for (const name of ['info', 'migrate', 'vacuum', 'check'] as const) {
    const command = store.command(name).description(upkeep[name]);
    if (name === 'check') command.option('--repair', 'make numbers and last successes what the stored jobs say');
    command.action(async (_flags: object, command: Command) => {
      const { keepStore } = await import('../commands/store/upkeep.ts');
      outcome.exitCode = await keepStore(name, command.optsWithGlobals<UpkeepFlags>(), io);
    });
  }
  store
    .command('backup')
    .description('copy the SQLite file as it is now into a new one; serve may run meanwhile')
    .argument('<file>', 'a file that is not there yet')
    .action(async (file: string, _flags: object, command: Command) => {
      const { backUpStore } = await import('../commands/store/backup.ts');
      outcome.exitCode = await backUpStore(file, command.optsWithGlobals<GlobalFlags>(), io);
    });
  store
    .command('prune')
    .description('delete old jobs that their vendors have forgotten, and records that store.retention keeps no longer')
    .option('--older-than <when>', 'jobs that ended before: 400d, 52w or an instant (default: no jobs)')
    .option('--connection <name>', 'of one connection (default: of all)')
    .option('--also-known', 'also jobs that their vendors still list, which the next sync would bring back')
    .action(async (_flags: object, command: Command) => {
      const { pruneStore } = await import('../commands/store/prune.ts');
      outcome.exitCode = await pruneStore(command.optsWithGlobals<PruneFlags>(), io);
    });
}
