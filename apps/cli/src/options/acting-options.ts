import { type Command, Option } from 'commander';
import { collectValues } from './filter-options.ts';

/** Time limit and goal of waiting. */
export const addWaitOptions = (command: Command): Command =>
  command
    .option('--timeout <span>', 'maximum wait: seconds, or 90s, 15m, 24h (default: no limit)')
    .addOption(
      new Option('--until <end>', 'until the request has ended, or the jobs that it made have, too')
        .choices(['operation', 'jobs'])
        .default('jobs'),
    );

const exitCodes = [
  '',
  'Exit codes: 0 accepted, or with --wait succeeded; 3 a warning or skipped; 4 failed, cancelled, unknown, or a conflict with',
  'the current state at the vendor; 5 timed out; 7 the connection or the account is not allowed to do it.',
].join('\n');

/** The options of every command that changes something at a vendor. */
export const addActOptions = (command: Command): Command =>
  addWaitOptions(command.option('--wait', 'wait for the end; the exit code is its result'))
    .option('--dry-run', 'show what would be sent, and send nothing')
    .option('--confirm <name>', 'name of the target, required where data is destroyed (a terminal asks for it)')
    .option('--idempotency-key <key>', 'repeat a request with the same key safely: it is done once')
    .addHelpText('after', exitCodes);

/** The options of a list of plans or protected items. */
export function addInventoryOptions(command: Command): Command {
  return command
    .option('--connection <names>', 'connections, separated by commas or repeated', collectValues)
    .option('--vendor <ids>', 'vendors', collectValues)
    .option('--name <names>', "names or the vendors' ids", collectValues)
    .option('--tenant <names>', 'names of customers', collectValues)
    .option('-q, --text <words>', 'words or beginnings of words in name and native id')
    .option('--problem', 'only those with a protection error, a missed run, or a last job that did not end well')
    .option('--stale <when>', 'only those without a success since: a span back from now such as 3d, or an instant')
    .option('--streak <n>', 'only those that failed at least so many times in a row')
    .option('--missed', 'only those that missed a run')
    .option('--limit <n>', 'number on a page, 1 to 500', '50')
    .option('--cursor <cursor>', 'continue after a page, with the same filters')
    .option('--strict', 'fail unless every source is complete')
    .option('--refresh', 'ask the vendors even where data is stored')
    .option('--include <parts>', 'raw: the unchanged answers of the vendors', collectValues);
}

/** Paging of records that Crossvault keeps. */
export const addLedgerOptions = (command: Command): Command =>
  command
    .option('--limit <n>', 'number on a page, 1 to 500', '50')
    .option('--cursor <cursor>', 'continue after a page');
