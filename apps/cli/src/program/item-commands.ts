import { type Command, Option } from 'commander';
import type { BackUpFlags, PlanFlags, ProtectFlags, RestoreFlags, StopFlags } from '../commands/act-on-items.ts';
import type { GetFlags } from '../commands/inventory-get.ts';
import type { ActFlags } from '../options/act-flags.ts';
import { addActOptions, addInventoryOptions } from '../options/acting-options.ts';
import { collectValues } from '../options/filter-options.ts';
import type { InventoryFlags } from '../options/read-inventory-flags.ts';
import type { CommandIo, GlobalFlags } from '../output/command-io.ts';
import type { Outcome } from '../output/outcome.ts';

const reference = 'our id, <connection>/<name or native id>, or a name or native id alone';
const planReference = 'a plan of the same connection, by id, name or native id';

const backUpHelp =
  'back it up now; without --keep-until no end is sent: Azure then keeps the recovery point of a virtual machine for 30 days, whatever its policy says';

/** What is being backed up, and what is done with it. */
export function addItems(program: Command, io: CommandIo, outcome: Outcome): void {
  const items = program.command('items').description('what is being backed up');
  addLooks(items, io, outcome);
  addProtection(items, io, outcome);
  addActOptions(items.command('back-up').description(backUpHelp).argument('<ref>', reference))
    .option(
      '--keep-until <instant>',
      'when the recovery point may go (default: as the vendor decides; Azure keeps that of a virtual machine for 30 days, whatever its policy says)',
    )
    .option('--type <word>', "the vendor's word for a sort of backup")
    .action(async (ref: string, _flags: object, command: Command) => {
      const { backUpItem } = await import('../commands/act-on-items.ts');
      outcome.exitCode = await backUpItem(ref, command.optsWithGlobals<BackUpFlags>(), io);
    });
  addActOptions(
    items.command('undelete').description('bring back what was deleted').argument('<ref>', reference),
  ).action(async (ref: string, _flags: object, command: Command) => {
    const { undelete } = await import('../commands/act-on-items.ts');
    outcome.exitCode = await undelete(ref, command.optsWithGlobals<ActFlags>(), io);
  });
  addActOptions(items.command('restore').description('restore a recovery point').argument('<ref>', reference))
    .requiredOption('--recovery-point <id>', 'its id, as "items recovery-points" shows it')
    .option('--destination <where>', "original, or the vendor's id of where it goes", 'original')
    .addOption(
      new Option('--conflict <what>', 'what becomes of what is there already; overwrite destroys it')
        .choices(['skip', 'copy', 'overwrite', 'fail'])
        .default('fail'),
    )
    .action(async (ref: string, _flags: object, command: Command) => {
      const { restoreItem } = await import('../commands/act-on-items.ts');
      outcome.exitCode = await restoreItem(ref, command.optsWithGlobals<RestoreFlags>(), io);
    });
}

function addLooks(items: Command, io: CommandIo, outcome: Outcome): void {
  addInventoryOptions(items.command('list').description('protected items of all connections, by name'))
    .option('--plan <names>', 'ids or names of plans', collectValues)
    .option('--protection <words>', 'how they are protected', collectValues)
    .option('--type <words>', 'what they are', collectValues)
    .action(async (_flags: object, command: Command) => {
      const { listItems } = await import('../commands/inventory-list.ts');
      outcome.exitCode = await listItems(command.optsWithGlobals<InventoryFlags>(), io);
    });
  items
    .command('get')
    .description('one protected item whole')
    .argument('<ref>', reference)
    .option('--include <parts>', "raw: the vendor's answer as it came", collectValues)
    .action(async (ref: string, _flags: object, command: Command) => {
      const { getItem } = await import('../commands/inventory-get.ts');
      outcome.exitCode = await getItem(ref, command.optsWithGlobals<GetFlags>(), io);
    });
  items
    .command('recovery-points')
    .description('what it can be restored to, newest first')
    .argument('<ref>', reference)
    .action(async (ref: string, _flags: object, command: Command) => {
      const { listRecoveryPoints } = await import('../commands/inventory-get.ts');
      outcome.exitCode = await listRecoveryPoints(ref, command.optsWithGlobals<GlobalFlags>(), io);
    });
}

function addProtection(items: Command, io: CommandIo, outcome: Outcome): void {
  addActOptions(
    items.command('protect').description('protect something new').argument('<source>', "the vendor's id of it"),
  )
    .requiredOption('--connection <name>', 'where it is')
    .requiredOption('--plan <ref>', planReference)
    .action(async (source: string, _flags: object, command: Command) => {
      const { protectItem } = await import('../commands/act-on-items.ts');
      outcome.exitCode = await protectItem(source, command.optsWithGlobals<ProtectFlags>(), io);
    });
  addActOptions(items.command('change-plan').description('protect it by another plan').argument('<ref>', reference))
    .requiredOption('--plan <ref>', planReference)
    .action(async (ref: string, _flags: object, command: Command) => {
      const { changePlan } = await import('../commands/act-on-items.ts');
      outcome.exitCode = await changePlan(ref, command.optsWithGlobals<PlanFlags & { readonly plan: string }>(), io);
    });
  addActOptions(items.command('stop-protection').description('protect it no more').argument('<ref>', reference))
    .addOption(
      new Option('--data <what>', 'what becomes of what is backed up; delete destroys it')
        .choices(['retain', 'delete'])
        .makeOptionMandatory(),
    )
    .action(async (ref: string, _flags: object, command: Command) => {
      const { stopProtection } = await import('../commands/act-on-items.ts');
      outcome.exitCode = await stopProtection(ref, command.optsWithGlobals<StopFlags>(), io);
    });
  addActOptions(items.command('resume-protection').description('protect it again').argument('<ref>', reference))
    .option('--plan <ref>', `${planReference} (default: the one that it had)`)
    .action(async (ref: string, _flags: object, command: Command) => {
      const { resumeProtection } = await import('../commands/act-on-items.ts');
      outcome.exitCode = await resumeProtection(ref, command.optsWithGlobals<PlanFlags>(), io);
    });
}
