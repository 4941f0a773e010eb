import type { Command } from 'commander';
import type { ExportJobsFlags } from '../commands/act-on-rest.ts';
import type { AuditFlags } from '../commands/audit.ts';
import type { CreateKeyFlags } from '../commands/keys.ts';
import type { OperationsFlags } from '../commands/operations.ts';
import type { ActFlags, PatienceFlags } from '../options/act-flags.ts';
import { addActOptions, addLedgerOptions, addPatience } from '../options/acting-options.ts';
import { collectValues } from '../options/filter-options.ts';
import type { CommandIo, GlobalFlags } from '../output/command-io.ts';
import type { Outcome } from '../output/outcome.ts';

/** What is kept of what was done, and who may do it. */
export function addLedger(program: Command, io: CommandIo, outcome: Outcome): void {
  addOperations(program, io, outcome);
  addLedgerOptions(program.command('audit').description('who did what, and what the vendor answered; needs a store'))
    .option('--connection <name>', 'of one connection (default: of all)')
    .action(async (_flags: object, command: Command) => {
      const { listAudit } = await import('../commands/audit.ts');
      outcome.exitCode = await listAudit(command.optsWithGlobals<AuditFlags>(), io);
    });
  addKeys(program, io, outcome);
}

function addOperations(program: Command, io: CommandIo, outcome: Outcome): void {
  const operations = program.command('operations').description('changes that were asked for, and what became of them');
  addLedgerOptions(operations.command('list').description('operations, newest first'))
    .option('--connection <names>', 'connections', collectValues)
    .option('--status <words>', 'how they stand', collectValues)
    .option('--target <ids>', 'our ids of what they were asked of, or names of connections', collectValues)
    .action(async (_flags: object, command: Command) => {
      const { listOperations } = await import('../commands/operations.ts');
      outcome.exitCode = await listOperations(command.optsWithGlobals<OperationsFlags>(), io);
    });
  operations
    .command('get')
    .description('one operation as it stands')
    .argument('<id>', 'its id')
    .action(async (id: string, _flags: object, command: Command) => {
      const { getOperation } = await import('../commands/operations.ts');
      outcome.exitCode = await getOperation(id, command.optsWithGlobals<GlobalFlags>(), io);
    });
  addPatience(operations.command('wait').description('wait for its end; the exit code is its result'))
    .argument('<id>', 'its id')
    .action(async (id: string, _flags: object, command: Command) => {
      const { waitForOperation } = await import('../commands/operations.ts');
      outcome.exitCode = await waitForOperation(id, command.optsWithGlobals<PatienceFlags>(), io);
    });
}

function addKeys(program: Command, io: CommandIo, outcome: Outcome): void {
  const keys = program.command('keys').description('API keys of the facade; need a store');
  keys
    .command('create')
    .description('make one; its text is shown this once')
    .argument('<name>', 'who or what it is for')
    .requiredOption(
      '--scope <words>',
      'read, operate, destroy, admin; none includes another, but all may read; by comma or by repeating',
      collectValues,
    )
    .option('--connection <names>', 'the connections that it opens (default: all)', collectValues)
    .option('--expires <instant>', 'when it opens nothing any more (default: never)')
    .action(async (name: string, _flags: object, command: Command) => {
      const { createKey } = await import('../commands/keys.ts');
      outcome.exitCode = await createKey(name, command.optsWithGlobals<CreateKeyFlags>(), io);
    });
  keys
    .command('list')
    .description('all of them, also expired and revoked ones')
    .action(async (_flags: object, command: Command) => {
      const { listKeys } = await import('../commands/keys.ts');
      outcome.exitCode = await listKeys(command.optsWithGlobals<GlobalFlags>(), io);
    });
  keys
    .command('revoke')
    .description('it opens nothing from now on')
    .argument('<id>', 'its id')
    .action(async (id: string, _flags: object, command: Command) => {
      const { revokeKey } = await import('../commands/keys.ts');
      outcome.exitCode = await revokeKey(id, command.optsWithGlobals<GlobalFlags>(), io);
    });
}

const jobReference = 'our id, <connection>/<native id>, or a native id alone';

export function addActsOnJobs(jobs: Command, io: CommandIo, outcome: Outcome): void {
  const acts = { cancel: 'have its vendor give it up', retry: 'have its vendor do it again' } as const;
  for (const action of ['cancel', 'retry'] as const) {
    addActOptions(jobs.command(action).description(acts[action]).argument('<ref>', jobReference)).action(
      async (ref: string, _flags: object, command: Command) => {
        const { actOnJob } = await import('../commands/act-on-rest.ts');
        outcome.exitCode = await actOnJob(action, ref, command.optsWithGlobals<ActFlags>(), io);
      },
    );
  }
}

export function addActsOnConnections(connections: Command, io: CommandIo, outcome: Outcome): void {
  connections
    .command('containers')
    .description('what holds the things that can be protected')
    .argument('<name>', 'name of the connection')
    .action(async (name: string, _flags: object, command: Command) => {
      const { listContainers } = await import('../commands/connections/containers.ts');
      outcome.exitCode = await listContainers(name, command.optsWithGlobals<GlobalFlags>(), io);
    });
  addActOptions(connections.command('refresh-containers').description('have the vendor look for new ones'))
    .argument('<name>', 'name of the connection')
    .action(async (name: string, _flags: object, command: Command) => {
      const { refreshContainers } = await import('../commands/act-on-rest.ts');
      outcome.exitCode = await refreshContainers(name, command.optsWithGlobals<ActFlags>(), io);
    });
  addActOptions(
    connections.command('export-jobs').description('have the vendor write its jobs to where it keeps exports'),
  )
    .argument('<name>', 'name of the connection')
    .option('--started-after <instant>', 'RFC 3339 with zone, inclusive')
    .option('--started-before <instant>', 'RFC 3339 with zone, exclusive')
    .action(async (name: string, _flags: object, command: Command) => {
      const { exportJobsOf } = await import('../commands/act-on-rest.ts');
      outcome.exitCode = await exportJobsOf(name, command.optsWithGlobals<ExportJobsFlags>(), io);
    });
}
