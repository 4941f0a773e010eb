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

/** Commands that wait for jobs or watch them. */
export function addJobsInTime(jobs: Command, io: CommandIo, outcome: Outcome): void {
  jobs
    .command('wait')
    .description('wait until jobs have ended; the exit code is their result')
    .argument('<ref...>', 'crossvault ids, <connection>/<native id>, or native ids')
    .option('--timeout <span>', 'maximum wait: seconds, or 90s, 15m, 24h (default: no limit)')
    .option('--fail-fast', 'exit as soon as one of them has failed')
    .option('--appears-within <span>', 'how long to wait for an unknown job to appear', '0')
    .addHelpText(
      'after',
      [
        '',
        'Exit codes: 0 all succeeded; 3 one has a warning or was skipped; 4 one failed, was cancelled or is unknown;',
        '5 timed out before all had ended; 8 unknown job.',
      ].join('\n'),
    )
    .action(async (refs: string[], _flags: object, command: Command) => {
      const { waitForJobs } = await import('../commands/jobs/wait.ts');
      outcome.exitCode = await waitForJobs(refs, command.optsWithGlobals<WaitFlags>(), io);
    });
  jobs
    .command('watch')
    .description('print changes of status as they happen, until interrupted; needs a store')
    .option('--connection <names>', 'connections', collectValues)
    .option('--status <words>', 'changes to one of these statuses', collectValues)
    .option('--after <cursor>', 'start after this change (default: only new changes; 0: the first change that is kept)')
    .action(async (_flags: object, command: Command) => {
      const { watchJobs } = await import('../commands/jobs/watch.ts');
      outcome.exitCode = await watchJobs(command.optsWithGlobals<WatchFlags>(), io);
    });
}

export function addSync(connections: Command, io: CommandIo, outcome: Outcome): void {
  connections
    .command('sync')
    .description('sync the stored history now')
    .argument('[name...]', 'names of connections (default: all)')
    .option('--wait', 'wait until their whole history is stored')
    .action(async (names: string[], _flags: object, command: Command) => {
      const { syncConnections } = await import('../commands/connections/sync.ts');
      outcome.exitCode = await syncConnections(names, command.optsWithGlobals<SyncFlags>(), io);
    });
}

/** Commands about all jobs together, and about the store. */
export function addHistory(program: Command, io: CommandIo, outcome: Outcome): void {
  program
    .command('summary')
    .description('jobs by status and last successes of all connections; needs a store')
    .option('--since <when>', sinceOption, '24h')
    .option('--started-before <instant>', 'RFC 3339 with zone, exclusive')
    .action(async (_flags: object, command: Command) => {
      const { summary } = await import('../commands/summary.ts');
      outcome.exitCode = await summary(command.optsWithGlobals<SummaryFlags>(), io);
    });
  addFilters(program.command('export').description('write all jobs to stdout, in bounded memory'))
    .option('--format <form>', 'ndjson or csv', 'ndjson')
    .option(
      '--include <parts>',
      'raw: the unchanged answers of the vendors; tasks: the steps (ndjson only)',
      collectValues,
    )
    .action(async (_flags: object, command: Command) => {
      const { exportJobs } = await import('../commands/export.ts');
      outcome.exitCode = await exportJobs(command.optsWithGlobals<ExportFlags>(), io);
    });
  addStore(program.command('store').description('the store of the history'), io, outcome);
}

function addStore(store: Command, io: CommandIo, outcome: Outcome): void {
  const upkeep = {
    info: 'show its type, size and contents',
    migrate: 'apply pending migrations',
    vacuum: 'return free space to the disk',
    check: 'verify every page and index, and recount the jobs',
  } as const;
  for (const name of ['info', 'migrate', 'vacuum', 'check'] as const) {
    const command = store.command(name).description(upkeep[name]);
    if (name === 'check') command.option('--repair', 'correct counters and last successes from the stored jobs');
    command.action(async (_flags: object, command: Command) => {
      const { keepStore } = await import('../commands/store/upkeep.ts');
      outcome.exitCode = await keepStore(name, command.optsWithGlobals<UpkeepFlags>(), io);
    });
  }
  store
    .command('backup')
    .description('copy the SQLite file into a new one; serve may keep running')
    .argument('<file>', 'path of the new file')
    .action(async (file: string, _flags: object, command: Command) => {
      const { backUpStore } = await import('../commands/store/backup.ts');
      outcome.exitCode = await backUpStore(file, command.optsWithGlobals<GlobalFlags>(), io);
    });
  store
    .command('prune')
    .description('delete old jobs that their vendors no longer list, and records older than store.retention')
    .option('--older-than <when>', 'jobs that ended before: 400d, 52w or an instant (default: no jobs)')
    .option('--connection <name>', 'of one connection (default: of all)')
    .option('--also-known', 'also jobs that their vendors still list (the next sync adds them again)')
    .action(async (_flags: object, command: Command) => {
      const { pruneStore } = await import('../commands/store/prune.ts');
      outcome.exitCode = await pruneStore(command.optsWithGlobals<PruneFlags>(), io);
    });
}
