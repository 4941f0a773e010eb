import { type Command, Option } from 'commander';
import type { OverrideFlags } from '../commands/findings/override.ts';
import type { CheckFlags } from '../commands/insight/check.ts';
import type { ReportFlags } from '../commands/insight/report.ts';
import { collectValues } from '../options/filter-options.ts';
import { addCoveredOptions, addGroup, addInsightPage, addOverrideOptions } from '../options/insight-options.ts';
import type { CalendarFlags, CoveredFlags, FindingFlags, OccurrenceFlags } from '../options/read-insight-flags.ts';
import type { CommandIo, GlobalFlags } from '../output/command-io.ts';
import type { Outcome } from '../output/outcome.ts';

const reference = 'id, or the name of its subject, where need be as <kind>:<connection>/<name>';

/** Commands about what is wrong now. */
export function addFindings(program: Command, io: CommandIo, outcome: Outcome): void {
  const findings = program.command('findings').description('what is wrong now; needs a store');
  addInsightPage(addCoveredOptions(findings.command('list').description('findings, the most urgent first')))
    .option(
      '--kind <words>',
      'kinds: missed, failed, failed-repeatedly, objective-breached, unprotected …',
      collectValues,
    )
    .option('--severity <words>', 'critical, warning', collectValues)
    .option('--state <words>', 'open, acknowledged, resolved, retired (default: open and acknowledged)', collectValues)
    .option('--subject <names>', 'ids or names of items and plans', collectValues)
    .option('--since <when>', 'those that changed since: a span back from now such as 24h, or an instant')
    .action(async (_flags: object, command: Command) => {
      const { listFindings } = await import('../commands/findings/list.ts');
      outcome.exitCode = await listFindings(command.optsWithGlobals<FindingFlags>(), io);
    });
  findings
    .command('get')
    .description('one finding with all its fields')
    .argument('<ref>', reference)
    .action(async (ref: string, _flags: object, command: Command) => {
      const { getFinding } = await import('../commands/findings/get.ts');
      outcome.exitCode = await getFinding(ref, command.optsWithGlobals<GlobalFlags>(), io);
    });
  findings
    .command('explain')
    .description('what a finding follows from: reasons, schedule, what was read, runs and jobs')
    .argument('<ref>', reference)
    .action(async (ref: string, _flags: object, command: Command) => {
      const { explainFinding } = await import('../commands/findings/explain.ts');
      outcome.exitCode = await explainFinding(ref, command.optsWithGlobals<GlobalFlags>(), io);
    });
  addOverrides(findings, io, outcome);
}

function addOverrides(findings: Command, io: CommandIo, outcome: Outcome): void {
  const end = 'a span ahead such as 8h, or an instant';
  addOverrideOptions(findings.command('acknowledge').description('say that a person takes care of a finding'))
    .argument('<ref>', reference)
    .option('--until <when>', `when the acknowledgement ends: ${end} (default: with the finding)`)
    .action(async (ref: string, _flags: object, command: Command) => {
      const { overrideFinding } = await import('../commands/findings/override.ts');
      outcome.exitCode = await overrideFinding('acknowledge', ref, command.optsWithGlobals<OverrideFlags>(), io);
    });
  addOverrideOptions(findings.command('mute').description('announce no findings of its subject for a time'))
    .argument('<ref>', reference)
    .requiredOption('--until <when>', `when the mute ends: ${end}`)
    .action(async (ref: string, _flags: object, command: Command) => {
      const { overrideFinding } = await import('../commands/findings/override.ts');
      outcome.exitCode = await overrideFinding('mute', ref, command.optsWithGlobals<OverrideFlags>(), io);
    });
  addOverrideOptions(findings.command('excuse').description('do not count runs of its subject that are due in a span'))
    .argument('<ref>', reference)
    .option('--from <when>', 'when the span begins: a span back such as 12h, or an instant (default: with the finding)')
    .option('--until <when>', `when the span ends: ${end} (default: now)`)
    .action(async (ref: string, _flags: object, command: Command) => {
      const { overrideFinding } = await import('../commands/findings/override.ts');
      outcome.exitCode = await overrideFinding('excuse', ref, command.optsWithGlobals<OverrideFlags>(), io);
    });
}

/** Commands about expected runs. */
export function addOccurrences(program: Command, io: CommandIo, outcome: Outcome): void {
  const occurrences = program
    .command('occurrences')
    .description('expected runs and what became of them; needs a store');
  addInsightPage(addCoveredOptions(occurrences.command('list').description('expected runs, the newest due time first')))
    .option(
      '--state <words>',
      'met, met-late, met-with-warning, failed, missed, excused, unknown, upcoming …',
      collectValues,
    )
    .option('--track <words>', 'what the runs make: backup, snapshot, copy, archive, log, full …', collectValues)
    .option('--since <when>', 'due since: last-night, a span back from now such as 7d, or an instant', 'last-night')
    .option('--until <when>', 'due before: a span ahead such as 24h, or an instant (default: now)')
    .action(async (_flags: object, command: Command) => {
      const { listOccurrences } = await import('../commands/occurrences/list.ts');
      outcome.exitCode = await listOccurrences(command.optsWithGlobals<OccurrenceFlags>(), io);
    });
  occurrences
    .command('get')
    .description('one expected run, and the jobs that were run for it')
    .argument('<id>', 'its id')
    .action(async (id: string, _flags: object, command: Command) => {
      const { getOccurrence } = await import('../commands/occurrences/get.ts');
      outcome.exitCode = await getOccurrence(id, command.optsWithGlobals<GlobalFlags>(), io);
    });
}

/** Commands about all expected runs together. */
export function addInsight(program: Command, io: CommandIo, outcome: Outcome): void {
  addCoveredOptions(
    program
      .command('today')
      .description("are last night's backups good? Counts, findings, freshness, what is due next; needs a store"),
  ).action(async (_flags: object, command: Command) => {
    const { today } = await import('../commands/insight/today.ts');
    outcome.exitCode = await today(command.optsWithGlobals<CoveredFlags>(), io);
  });
  addInsightPage(
    addGroup(
      addCoveredOptions(
        program.command('calendar').description('expected runs day by day, a letter a day; needs a store'),
      ),
    ),
  )
    .option('--days <n>', 'days up to now, 1 to 400', '30')
    .option('--ahead <n>', 'days to come, 0 to 31', '0')
    .option('--rule <rule>', 'which run decides a day: worst, last, best, warning-if-mixed', 'worst')
    .action(async (_flags: object, command: Command) => {
      const { calendar } = await import('../commands/insight/calendar.ts');
      outcome.exitCode = await calendar(command.optsWithGlobals<CalendarFlags>(), io);
    });
  addInsightPage(
    addGroup(
      addCoveredOptions(program.command('sla').description('the share of expected runs that were met; needs a store')),
    ),
  )
    .option('--days <n>', 'days up to now, 1 to 400', '30')
    .action(async (_flags: object, command: Command) => {
      const { sla } = await import('../commands/insight/sla.ts');
      outcome.exitCode = await sla(command.optsWithGlobals<CalendarFlags>(), io);
    });
  addCoveredOptions(
    program.command('check').description('one line and an exit code for monitoring systems; needs a store'),
  )
    .addOption(
      new Option('--format <form>', 'form of the line').choices(['nagios', 'checkmk', 'zabbix']).default('nagios'),
    )
    .option('--service <name>', 'name of the service, with --format checkmk', 'Crossvault backups')
    .addHelpText(
      'after',
      [
        '',
        'Exit codes: 0 good; 1 warnings; 2 critical; 3 unknown: a fault of the set-up, a store that is not synced, or a wrong option.',
      ].join('\n'),
    )
    .action(async (_flags: object, command: Command) => {
      const { check } = await import('../commands/insight/check.ts');
      outcome.exitCode = await check(command.optsWithGlobals<CheckFlags>(), io);
    });
  addCoveredOptions(
    program
      .command('report')
      .description(
        'a report for managers: -o html (one page, the default), csv (a row a subject) or json; needs a store',
      ),
  )
    .option('--since <when>', 'whole days back from now, such as 30d, or an instant', '30d')
    .action(async (_flags: object, command: Command) => {
      const { report } = await import('../commands/insight/report.ts');
      outcome.exitCode = await report(command.optsWithGlobals<ReportFlags>(), io);
    });
}
