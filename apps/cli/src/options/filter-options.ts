import type { Command } from 'commander';

/** Values of an option that may be repeated. */
export const collectValues = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

/** What `--since` means in every command that has it: in the words of `sinceMeaning` of the contract, which help does not load. */
export const sinceOption =
  'jobs that started, ended or were open since then: a span back from now such as 90m, 24h, 7d or 2w, or an instant';

/** Which jobs are meant. Their words are checked when the command runs, as the facade checks them. */
export function addFilters(command: Command): Command {
  return command
    .option('--problem', 'only jobs with a problem')
    .option('--since <when>', sinceOption)
    .option('--status <words>', 'statuses, by comma or by repeating the option', collectValues)
    .option('--kind <words>', 'kinds of work', collectValues)
    .option('--vendor <ids>', 'vendors', collectValues)
    .option('--connection <names>', 'connections', collectValues)
    .option('--target <names>', 'ids or names of what was worked on', collectValues)
    .option('--plan <names>', 'ids or names of plans', collectValues)
    .option('--trigger <words>', 'what made them start: scheduled, manual, unknown', collectValues)
    .option('--native-id <ids>', "the vendors' own ids; lifts the window", collectValues)
    .option('--started-after <instant>', 'RFC 3339 with zone, inclusive; "all" lifts the window')
    .option('--started-before <instant>', 'RFC 3339 with zone, exclusive')
    .option('-q, --text <words>', 'words or beginnings of words in ids, names, kinds and errors')
    .option('--refresh [span]', 'ask the vendors first, and wait for them so long (default: 10)')
    .option('--no-cache', 'ask the vendors again for lists that are held between pages');
}

/** The options of a list of jobs. */
export function addListOptions(command: Command): Command {
  return addFilters(command)
    .option('--sort <order>', '-startedAt (newest first, default) or startedAt; live this needs --started-after')
    .option('--limit <n>', 'jobs on a page, 1 to 500 (default: 50, with --all 500)')
    .option('--cursor <cursor>', 'go on behind a page, with the same filters')
    .option('--all', 'read page after page to the end')
    .option('--strict', 'all or nothing: list no job unless every source is whole')
    .option('--include <parts>', "raw: the vendors' answers as they came; tasks: the steps of each job", collectValues);
}
