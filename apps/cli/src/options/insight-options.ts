import { type Command, Option } from 'commander';
import { collectValues } from './filter-options.ts';

/** Which connections, items and plans an answer about expected runs is about. */
export const addCoveredOptions = (command: Command): Command =>
  command
    .option('--connection <names>', 'connections, separated by commas or repeated', collectValues)
    .option('--vendor <ids>', 'vendors', collectValues)
    .option('--tenant <names>', 'customers', collectValues)
    .option('--tag <tags>', 'tags of connections', collectValues)
    .option('--item <names>', 'ids or names of protected items', collectValues)
    .option('--plan <names>', 'ids or names of plans', collectValues);

/** Which page of a list. */
export const addInsightPage = (command: Command): Command =>
  command
    .option('--limit <n>', 'number on a page, 1 to 500', '50')
    .option('--cursor <cursor>', 'continue after a page, with the same filters');

/** What a row is. */
export const addGroup = (command: Command): Command =>
  command.addOption(
    new Option('--group <what>', 'what a row is')
      .choices(['subject', 'plan', 'tenant', 'connection', 'tag'])
      .default('subject'),
  );

/** What an operator says of a finding. */
export const addOverrideOptions = (command: Command): Command =>
  command.requiredOption('--why <text>', 'the reason; it is shown wherever the finding is');
