import type { Command } from 'commander';

/** Values of an option that may be repeated. */
export const collectValues = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

/** What `--since` means in every command that has it: in the words of `sinceMeaning` of the core, which help does not load. */
export const sinceOption =
  'jobs that started, ended or were open since then: a span back from now such as 90m, 24h, 7d or 2w, or an instant';

/** Filters of jobs. The command checks their values when it runs, as the REST API does. */
export function addFilters(command: Command): Command {
  return command
    .option('--problem', 'only jobs with a problem')
    .option('--since <when>', sinceOption)
    .option('--status <words>', 'statuses, separated by commas or repeated', collectValues)
    .option('--kind <words>', 'kinds of job', collectValues)
    .option('--vendor <ids>', 'vendors', collectValues)
    .option('--connection <names>', 'connections', collectValues)
    .option('--target <names>', 'ids or names of targets', collectValues)
    .option('--plan <names>', 'ids or names of plans', collectValues)
    .option('--tenant <names>', 'names of customers', collectValues)
    .option('--trigger <words>', 'triggers: scheduled, manual, unknown', collectValues)
    .option('--native-id <ids>', "the vendors' ids; removes the default window", collectValues)
    .option('--started-after <instant>', 'RFC 3339 with zone, inclusive; "all" removes the default window')
    .option('--started-before <instant>', 'RFC 3339 with zone, exclusive')
    .option('-q, --text <words>', 'words or beginnings of words in ids, names, kinds and errors')
    .option('--refresh [span]', 'ask the vendors first, and wait this long for them (default: 10)')
    .option('--no-cache', 'read lists again instead of using those kept between pages');
}

/** The options of a list of jobs. */
export function addListOptions(command: Command): Command {
  return addFilters(command)
    .option(
      '--sort <order>',
      '-startedAt (newest first, default) or startedAt, which needs --started-after where a source is read live',
    )
    .option('--limit <n>', 'jobs on a page, 1 to 500 (default: 50, with --all 500)')
    .option('--cursor <cursor>', 'continue after a page, with the same filters')
    .option('--all', 'read all pages')
    .option('--strict', 'fail unless every source is complete')
    .option(
      '--include <parts>',
      'raw: the unchanged answers of the vendors; tasks: the steps of each job',
      collectValues,
    );
}
