import { type Command, Option } from 'commander';
import type { RemoveFlags, RunFlags, UpdateFlags } from '../commands/act-on-plans.ts';
import type { GetFlags } from '../commands/inventory-get.ts';
import type { ActFlags } from '../options/act-flags.ts';
import { addActOptions, addInventoryOptions } from '../options/acting-options.ts';
import { collectValues } from '../options/filter-options.ts';
import type { InventoryFlags } from '../options/read-inventory-flags.ts';
import type { CommandIo } from '../output/command-io.ts';
import type { Outcome } from '../output/outcome.ts';

const reference = 'crossvault id, <connection>/<name or native id>, name or native id';

/** Commands about plans. */
export function addPlans(program: Command, io: CommandIo, outcome: Outcome): void {
  const plans = program.command('plans').description('plans: what runs jobs on a schedule');
  addInventoryOptions(plans.command('list').description('plans of all connections, by name'))
    .option('--enabled <yes|no>', 'only plans that run on their schedule, or only those that do not', collectValues)
    .action(async (_flags: object, command: Command) => {
      const { listPlans } = await import('../commands/inventory-list.ts');
      outcome.exitCode = await listPlans(command.optsWithGlobals<InventoryFlags>(), io);
    });
  plans
    .command('get')
    .description('one plan with all its fields')
    .argument('<ref>', reference)
    .option('--include <parts>', 'raw: the unchanged answer of the vendor', collectValues)
    .action(async (ref: string, _flags: object, command: Command) => {
      const { getPlan } = await import('../commands/inventory-get.ts');
      outcome.exitCode = await getPlan(ref, command.optsWithGlobals<GetFlags>(), io);
    });
  addActOptions(plans.command('run').description('start it now').argument('<ref>', reference))
    .option('--full', 'a full backup')
    .action(async (ref: string, _flags: object, command: Command) => {
      const { runPlan } = await import('../commands/act-on-plans.ts');
      outcome.exitCode = await runPlan(ref, command.optsWithGlobals<RunFlags>(), io);
    });
  addSwitches(plans, io, outcome);
  addActOptions(plans.command('update').description('update it from its policy').argument('<ref>', reference))
    .option('--change <json>', "the vendor's settings of an update, as a JSON object")
    .action(async (ref: string, _flags: object, command: Command) => {
      const { updatePlan } = await import('../commands/act-on-plans.ts');
      outcome.exitCode = await updatePlan(ref, command.optsWithGlobals<UpdateFlags>(), io);
    });
  addActOptions(plans.command('remove').description('remove it').argument('<ref>', reference))
    .addOption(
      new Option('--remove-restore-points <yes|no>', 'whether to delete the recovery points as well').choices([
        'yes',
        'no',
      ]),
    )
    .action(async (ref: string, _flags: object, command: Command) => {
      const { removePlan } = await import('../commands/act-on-plans.ts');
      outcome.exitCode = await removePlan(ref, command.optsWithGlobals<RemoveFlags>(), io);
    });
}

const switches = {
  stop: 'stop its running job',
  enable: 'let it run on its schedule',
  disable: 'stop it from running on its schedule',
} as const;

function addSwitches(plans: Command, io: CommandIo, outcome: Outcome): void {
  for (const action of ['stop', 'enable', 'disable'] as const) {
    addActOptions(plans.command(action).description(switches[action]).argument('<ref>', reference)).action(
      async (ref: string, _flags: object, command: Command) => {
        const { switchPlan } = await import('../commands/act-on-plans.ts');
        outcome.exitCode = await switchPlan(action, ref, command.optsWithGlobals<ActFlags>(), io);
      },
    );
  }
}
