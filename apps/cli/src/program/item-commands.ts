import { type Command, Option } from 'commander';
import type { BackUpFlags, PlanFlags, ProtectFlags, RestoreFlags, StopFlags } from '../commands/act-on-items.ts';
import type { GetFlags } from '../commands/inventory-get.ts';
import type { ActFlags } from '../options/act-flags.ts';
import { addActOptions, addInventoryOptions } from '../options/acting-options.ts';
import { collectValues } from '../options/filter-options.ts';
import type { InventoryFlags } from '../options/read-inventory-flags.ts';
import type { CommandIo, GlobalFlags } from '../output/command-io.ts';
import type { Outcome } from '../output/outcome.ts';

const reference = 'crossvault id, <connection>/<name or native id>, name or native id';
const planReference = 'a plan of the same connection, by id, name or native id';

const backUpHelp =
  'back it up now; without --keep-until Azure keeps the recovery point of a virtual machine for 30 days, regardless of its policy';

/** Commands about protected items. */
export function addItems(program: Command, io: CommandIo, outcome: Outcome): void {
  const items = program.command('items').description('protected items');
  addReadCommands(items, io, outcome);
  addProtection(items, io, outcome);
  addActOptions(items.command('back-up').description(backUpHelp).argument('<ref>', reference))
    .option(
      '--keep-until <instant>',
      'when the recovery point expires (default: decided by the vendor; Azure keeps that of a virtual machine for 30 days, regardless of its policy)',
    )
    .option('--type <word>', "the vendor's name of a type of backup")
    .action(async (ref: string, _flags: object, command: Command) => {
      const { backUpItem } = await import('../commands/act-on-items.ts');
      outcome.exitCode = await backUpItem(ref, command.optsWithGlobals<BackUpFlags>(), io);
    });
  addActOptions(items.command('undelete').description('undelete a deleted item').argument('<ref>', reference)).action(
    async (ref: string, _flags: object, command: Command) => {
      const { undelete } = await import('../commands/act-on-items.ts');
      outcome.exitCode = await undelete(ref, command.optsWithGlobals<ActFlags>(), io);
    },
  );
  addActOptions(items.command('restore').description('restore a recovery point').argument('<ref>', reference))
    .requiredOption('--recovery-point <id>', 'its id from "items recovery-points"')
    .option('--destination <where>', "original, or the vendor's id of the destination", 'original')
    .addOption(
      new Option('--conflict <what>', 'what to do with existing data; overwrite replaces it')
        .choices(['skip', 'copy', 'overwrite', 'fail'])
        .default('fail'),
    )
    .action(async (ref: string, _flags: object, command: Command) => {
      const { restoreItem } = await import('../commands/act-on-items.ts');
      outcome.exitCode = await restoreItem(ref, command.optsWithGlobals<RestoreFlags>(), io);
    });
}

function addReadCommands(items: Command, io: CommandIo, outcome: Outcome): void {
  addInventoryOptions(items.command('list').description('protected items of all connections, by name'))
    .option('--plan <names>', 'ids or names of plans', collectValues)
    .option('--protection <words>', 'states of protection', collectValues)
    .option('--type <words>', 'types of item', collectValues)
    .action(async (_flags: object, command: Command) => {
      const { listItems } = await import('../commands/inventory-list.ts');
      outcome.exitCode = await listItems(command.optsWithGlobals<InventoryFlags>(), io);
    });
  items
    .command('get')
    .description('one protected item with all its fields')
    .argument('<ref>', reference)
    .option('--include <parts>', 'raw: the unchanged answer of the vendor', collectValues)
    .action(async (ref: string, _flags: object, command: Command) => {
      const { getItem } = await import('../commands/inventory-get.ts');
      outcome.exitCode = await getItem(ref, command.optsWithGlobals<GetFlags>(), io);
    });
  items
    .command('recovery-points')
    .description('recovery points of an item, newest first')
    .argument('<ref>', reference)
    .action(async (ref: string, _flags: object, command: Command) => {
      const { listRecoveryPoints } = await import('../commands/inventory-get.ts');
      outcome.exitCode = await listRecoveryPoints(ref, command.optsWithGlobals<GlobalFlags>(), io);
    });
}

function addProtection(items: Command, io: CommandIo, outcome: Outcome): void {
  addActOptions(
    items.command('protect').description('protect a new item').argument('<source>', "the vendor's id of the item"),
  )
    .requiredOption('--connection <name>', 'connection of the item')
    .requiredOption('--plan <ref>', planReference)
    .action(async (source: string, _flags: object, command: Command) => {
      const { protectItem } = await import('../commands/act-on-items.ts');
      outcome.exitCode = await protectItem(source, command.optsWithGlobals<ProtectFlags>(), io);
    });
  addActOptions(items.command('change-plan').description('assign another plan').argument('<ref>', reference))
    .requiredOption('--plan <ref>', planReference)
    .action(async (ref: string, _flags: object, command: Command) => {
      const { changePlan } = await import('../commands/act-on-items.ts');
      outcome.exitCode = await changePlan(ref, command.optsWithGlobals<PlanFlags & { readonly plan: string }>(), io);
    });
  addActOptions(items.command('stop-protection').description('stop its protection').argument('<ref>', reference))
    .addOption(
      new Option('--data <what>', 'what to do with its recovery points; delete deletes them')
        .choices(['retain', 'delete'])
        .makeOptionMandatory(),
    )
    .action(async (ref: string, _flags: object, command: Command) => {
      const { stopProtection } = await import('../commands/act-on-items.ts');
      outcome.exitCode = await stopProtection(ref, command.optsWithGlobals<StopFlags>(), io);
    });
  addActOptions(items.command('resume-protection').description('resume its protection').argument('<ref>', reference))
    .option('--plan <ref>', `${planReference} (default: its previous plan)`)
    .action(async (ref: string, _flags: object, command: Command) => {
      const { resumeProtection } = await import('../commands/act-on-items.ts');
      outcome.exitCode = await resumeProtection(ref, command.optsWithGlobals<PlanFlags>(), io);
    });
}
