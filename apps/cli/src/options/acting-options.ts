import { type Command, Option } from 'commander';
import { collectValues } from './filter-options.ts';

/** How long is waited for, and for what. */
export const addPatience = (command: Command): Command =>
  command
    .option('--timeout <span>', 'wait no longer than that: seconds, or 90s, 15m, 24h (default: as long as it takes)')
    .addOption(
      new Option('--until <end>', 'until the request has ended, or the jobs that it made have, too')
        .choices(['operation', 'jobs'])
        .default('jobs'),
    );

const exitCodes = [
  '',
  'Exit codes: 0 it was taken up, or with --wait it succeeded; 3 a warning or skipped; 4 failed, cancelled, unknown, or as',
  'things stand the vendor does not do it; 5 the time was over first; 7 the connection or the account may not do it.',
].join('\n');

/** The options of every command that changes something at a vendor. */
export const addActOptions = (command: Command): Command =>
  addPatience(command.option('--wait', 'wait for the end; the exit code is its result'))
    .option('--dry-run', 'say what would be sent, and send nothing')
    .option('--confirm <name>', 'name of the target, where data is destroyed; a terminal asks for it')
    .option('--idempotency-key <key>', 'the same key and request is done once, however often it is asked for')
    .addHelpText('after', exitCodes);

/** The options of a list of plans or protected items. */
export function addInventoryOptions(command: Command): Command {
  return command
    .option('--connection <names>', 'connections, by comma or by repeating the option', collectValues)
    .option('--vendor <ids>', 'vendors', collectValues)
    .option('--name <names>', "names or the vendors' own ids", collectValues)
    .option('-q, --text <words>', 'words or beginnings of words in name and native id')
    .option('--missed', 'only what missed a run')
    .option('--limit <n>', 'on a page, 1 to 500', '50')
    .option('--cursor <cursor>', 'go on behind a page, with the same filters')
    .option('--strict', 'all or nothing: list nothing unless every source is whole')
    .option('--refresh', 'ask the vendors, also where they are stored')
    .option('--include <parts>', "raw: the vendors' answers as they came", collectValues);
}

/** Paging of what we keep ourselves. */
export const addLedgerOptions = (command: Command): Command =>
  command.option('--limit <n>', 'on a page, 1 to 500', '50').option('--cursor <cursor>', 'go on behind a page');
