import type { Command } from 'commander';
import type { ExportJobsFlags } from '../commands/act-on-rest.ts';
import type { AuditFlags } from '../commands/audit.ts';
import type { CreateKeyFlags } from '../commands/keys.ts';
import type { OperationsFlags } from '../commands/operations.ts';
import type { ActFlags, WaitFlags } from '../options/act-flags.ts';
import { addActOptions, addLedgerOptions, addWaitOptions } from '../options/acting-options.ts';
import { collectValues } from '../options/filter-options.ts';
import type { CommandIo, GlobalFlags } from '../output/command-io.ts';
import type { Outcome } from '../output/outcome.ts';

/** Commands about operations, the audit log and API keys. */
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
  const operations = program.command('operations').description('requested changes and their results');
  addLedgerOptions(operations.command('list').description('operations, newest first'))
    .option('--connection <names>', 'connections', collectValues)
    .option('--status <words>', 'statuses', collectValues)
    .option('--target <ids>', 'crossvault ids of targets, or names of connections', collectValues)
    .action(async (_flags: object, command: Command) => {
      const { listOperations } = await import('../commands/operations.ts');
      outcome.exitCode = await listOperations(command.optsWithGlobals<OperationsFlags>(), io);
    });
  operations
    .command('get')
    .description('one operation and its state')
    .argument('<id>', 'its id')
    .action(async (id: string, _flags: object, command: Command) => {
      const { getOperation } = await import('../commands/operations.ts');
      outcome.exitCode = await getOperation(id, command.optsWithGlobals<GlobalFlags>(), io);
    });
  addWaitOptions(operations.command('wait').description('wait until it ends; the exit code is its result'))
    .argument('<id>', 'its id')
    .action(async (id: string, _flags: object, command: Command) => {
      const { waitForOperation } = await import('../commands/operations.ts');
      outcome.exitCode = await waitForOperation(id, command.optsWithGlobals<WaitFlags>(), io);
    });
}

function addKeys(program: Command, io: CommandIo, outcome: Outcome): void {
  const keys = program.command('keys').description('API keys of the REST API; need a store');
  keys
    .command('create')
    .description('create a key; its text is shown only once')
    .argument('<name>', 'who or what the key is for')
    .requiredOption(
      '--scope <words>',
      'read, operate, destroy, admin; no scope includes another, but all may read; separated by commas or repeated',
      collectValues,
    )
    .option('--connection <names>', 'connections that the key may access (default: all)', collectValues)
    .option('--expires <instant>', 'when the key expires (default: never)')
    .action(async (name: string, _flags: object, command: Command) => {
      const { createKey } = await import('../commands/keys.ts');
      outcome.exitCode = await createKey(name, command.optsWithGlobals<CreateKeyFlags>(), io);
    });
  keys
    .command('list')
    .description('all keys, including expired and revoked ones')
    .action(async (_flags: object, command: Command) => {
      const { listKeys } = await import('../commands/keys.ts');
      outcome.exitCode = await listKeys(command.optsWithGlobals<GlobalFlags>(), io);
    });
  keys
    .command('revoke')
    .description('revoke a key')
    .argument('<id>', 'its id')
    .action(async (id: string, _flags: object, command: Command) => {
      const { revokeKey } = await import('../commands/keys.ts');
      outcome.exitCode = await revokeKey(id, command.optsWithGlobals<GlobalFlags>(), io);
    });
}

const jobReference = 'crossvault id, <connection>/<native id>, or native id';

export function addActsOnJobs(jobs: Command, io: CommandIo, outcome: Outcome): void {
  const acts = { cancel: 'ask the vendor to cancel it', retry: 'ask the vendor to run it again' } as const;
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
    .description('objects that contain items to protect')
    .argument('<name>', 'name of the connection')
    .action(async (name: string, _flags: object, command: Command) => {
      const { listContainers } = await import('../commands/connections/containers.ts');
      outcome.exitCode = await listContainers(name, command.optsWithGlobals<GlobalFlags>(), io);
    });
  addActOptions(connections.command('refresh-containers').description('ask the vendor to search for new containers'))
    .argument('<name>', 'name of the connection')
    .action(async (name: string, _flags: object, command: Command) => {
      const { refreshContainers } = await import('../commands/act-on-rest.ts');
      outcome.exitCode = await refreshContainers(name, command.optsWithGlobals<ActFlags>(), io);
    });
  addActOptions(connections.command('export-jobs').description('ask the vendor to export its jobs'))
    .argument('<name>', 'name of the connection')
    .option('--started-after <instant>', 'RFC 3339 with zone, inclusive')
    .option('--started-before <instant>', 'RFC 3339 with zone, exclusive')
    .action(async (name: string, _flags: object, command: Command) => {
      const { exportJobsOf } = await import('../commands/act-on-rest.ts');
      outcome.exitCode = await exportJobsOf(name, command.optsWithGlobals<ExportJobsFlags>(), io);
    });
}
