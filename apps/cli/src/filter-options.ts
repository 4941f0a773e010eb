import type { Command } from 'commander';

const collect = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

/** The options of a list of jobs. Their words are checked when the command runs, as the facade checks them. */
export function addFilters(command: Command): Command {
  return command
    .option('--problem', 'only jobs with a problem')
    .option('--since <when>', 'started, ended or still open since: 90m, 24h, 7d, 2w or an instant')
    .option('--status <words>', 'statuses, by comma or by repeating the option', collect)
    .option('--kind <words>', 'kinds of work', collect)
    .option('--vendor <ids>', 'vendors', collect)
    .option('--connection <names>', 'connections', collect)
    .option('--target <names>', 'ids or names of what was worked on', collect)
    .option('--plan <names>', 'ids or names of plans', collect)
    .option('--trigger <words>', 'what made them start: scheduled, manual, unknown', collect)
    .option('--native-id <ids>', "the vendors' own ids; lifts the window", collect)
    .option('--started-after <instant>', 'RFC 3339 with zone, inclusive; "all" lifts the window')
    .option('--started-before <instant>', 'RFC 3339 with zone, exclusive')
    .option('-q, --text <words>', 'words or beginnings of words in ids, names, kinds and errors')
    .option('--sort <order>', '-startedAt (newest first, default) or startedAt, which needs --started-after')
    .option('--limit <n>', 'jobs on a page, 1 to 500 (default: 50, with --all 500)')
    .option('--cursor <cursor>', 'go on behind a page, with the same filters')
    .option('--all', 'read page after page to the end')
    .option('--strict', 'all or nothing: list no job unless every source is whole')
    .option('--include <parts>', "raw: the vendors' answers as they came; tasks: the steps of each job", collect)
    .option('--no-cache', 'ask the vendors again for lists that are held between pages');
}
