import { Command, Option } from 'commander';
import type { DemoFlags } from './commands/demo.ts';
import type { JobFlags } from './commands/jobs/get.ts';
import type { ServeFlags } from './commands/serve.ts';
import type { WorkerFlags } from './commands/worker.ts';
import { findCommandWord } from './options/command-word.ts';
import { addListOptions } from './options/filter-options.ts';
import type { ListFlags } from './options/read-list-flags.ts';
import { type CommandIo, type GlobalFlags, outputForms, reportForms } from './output/command-io.ts';
import type { Outcome } from './output/outcome.ts';
import { addHistory, addJobsInTime, addSync } from './program/history-commands.ts';
import { addFindings, addInsight, addOccurrences } from './program/insight-commands.ts';
import { addItems } from './program/item-commands.ts';
import { addActsOnConnections, addActsOnJobs, addLedger } from './program/ledger-commands.ts';
import { addPlans } from './program/plan-commands.ts';
import { readVersion } from './program/version.ts';

type AddCommands = (program: Command, io: CommandIo, outcome: Outcome) => void;

/** Commands that share their first word. */
const groups: ReadonlyMap<string, AddCommands> = new Map([
  ['findings', addFindings],
  ['occurrences', addOccurrences],
  ['jobs', addJobs],
  ['plans', addPlans],
  ['items', addItems],
  ['connections', addConnections],
]);

/** The commands that these arguments can name: a known first word names those of its group. */
function commandsFor([first = '', ...others]: readonly string[]): readonly AddCommands[] {
  if (others.length === 0 && ['-V', '--version'].includes(first)) return [];
  const group = groups.get(first);
  return group === undefined ? [addInsight, ...groups.values(), addLedger, addHistory, addRemainingCommands] : [group];
}

/** The command line. Commands are imported when they run: help and version load none of them. */
export function createProgram(io: CommandIo, outcome: Outcome, argv: readonly string[] = []): Command {
  const forms = findCommandWord(argv) === 'report' ? reportForms : outputForms;
  const program = new Command('crossvault')
    .description('One command over the job systems of many backup vendors.')
    .version(readVersion(), '-V, --version')
    .addOption(new Option('-o, --output <form>', 'form of the data').choices(forms).default(forms[0]))
    .option('--config <file>', 'configuration (default: CROSSVAULT_CONFIG, else ./crossvault.yaml)')
    .option('--no-color', 'no colours (NO_COLOR does the same)')
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      // Errors in the arguments are reported in the requested form, like all errors.
      outputError: () => undefined,
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  for (const add of commandsFor(argv)) add(program, io, outcome);
  return program;
}

function addJobs(program: Command, io: CommandIo, outcome: Outcome): void {
  const jobs = program.command('jobs').description('backup jobs that ran, run or wait at the vendors');
  const reference = 'crossvault id, <connection>/<native id>, or native id';
  addListOptions(jobs.command('list').description('jobs of all connections, newest first')).action(
    async (_flags: object, command: Command) => {
      const { listJobs } = await import('./commands/jobs/list.ts');
      outcome.exitCode = await listJobs(command.optsWithGlobals<ListFlags>(), io);
    },
  );
  jobs
    .command('get')
    .description('one job with all its fields')
    .argument('<ref>', reference)
    .option('--include <parts>', 'raw: the unchanged answers of the vendor', (text: string) => [text])
    .action(async (ref: string, _flags: object, command: Command) => {
      const { getJob } = await import('./commands/jobs/get.ts');
      outcome.exitCode = await getJob(ref, command.optsWithGlobals<JobFlags>(), io);
    });
  jobs
    .command('explain')
    .description('show for each field of a job the vendor value and the mapping rule')
    .argument('<ref>', reference)
    .action(async (ref: string, _flags: object, command: Command) => {
      const { explainJob } = await import('./commands/jobs/explain.ts');
      outcome.exitCode = await explainJob(ref, command.optsWithGlobals<GlobalFlags>(), io);
    });
  jobs
    .command('log')
    .description("the vendor's log of a job")
    .argument('<ref>', reference)
    .action(async (ref: string, _flags: object, command: Command) => {
      const { readJobLog } = await import('./commands/jobs/log.ts');
      outcome.exitCode = await readJobLog(ref, command.optsWithGlobals<GlobalFlags>(), io);
    });
  addActsOnJobs(jobs, io, outcome);
  addJobsInTime(jobs, io, outcome);
}

function addConnections(program: Command, io: CommandIo, outcome: Outcome): void {
  const connections = program.command('connections').description('configured accounts, appliances and consoles');
  connections
    .command('list')
    .description('configured connections and their capabilities')
    .action(async (_flags: object, command: Command) => {
      const { listConnections } = await import('./commands/connections/list.ts');
      outcome.exitCode = await listConnections(command.optsWithGlobals<GlobalFlags>(), io);
    });
  connections
    .command('probe')
    .description('test connections now, step by step')
    .argument('[name...]', 'names of connections (default: all)')
    .action(async (names: string[], _flags: object, command: Command) => {
      const { probeNamed } = await import('./commands/connections/probe.ts');
      outcome.exitCode = await probeNamed(names, command.optsWithGlobals<GlobalFlags>(), io);
    });
  addActsOnConnections(connections, io, outcome);
  addSync(connections, io, outcome);
}

function addRemainingCommands(program: Command, io: CommandIo, outcome: Outcome): void {
  program
    .command('doctor')
    .description('check the configuration and every connection, with advice for each fault')
    .argument('[name...]', 'names of connections (default: all)')
    .addHelpText(
      'after',
      [
        '',
        'Checks DNS, TCP and TLS of every address, then token, list, rights, version, clock and quota.',
        'Exit codes: 0 no faults; 7 a fault in configuration or credentials; 6 a source cannot be reached or fails.',
      ].join('\n'),
    )
    .action(async (names: string[], _flags: object, command: Command) => {
      const { doctor } = await import('./commands/doctor.ts');
      outcome.exitCode = await doctor(names, command.optsWithGlobals<GlobalFlags>(), io);
    });
  program
    .command('config')
    .description('the configuration file')
    .command('validate')
    .description('validate it without sending a request to a vendor')
    .action(async (_flags: object, command: Command) => {
      const { validateConfiguration } = await import('./commands/config-validate.ts');
      outcome.exitCode = await validateConfiguration(command.optsWithGlobals<GlobalFlags>(), io);
    });
  program
    .command('serve')
    .description('run the REST API until interrupted')
    .option('--listen <host:port>', 'where to listen (default: server.listen of the configuration)')
    .action(async (_flags: object, command: Command) => {
      const { serve } = await import('./commands/serve.ts');
      outcome.exitCode = await serve(command.optsWithGlobals<ServeFlags>(), io);
    });
  program
    .command('worker')
    .description('sync the connections of a PostgreSQL store, alongside other workers')
    .option('--concurrency <n>', 'connections to sync at the same time, 1 to 64', '8')
    .addHelpText('after', '\nWith SQLite, `crossvault serve` syncs. With PostgreSQL, only workers sync.')
    .action(async (_flags: object, command: Command) => {
      const { worker } = await import('./commands/worker.ts');
      outcome.exitCode = await worker(command.optsWithGlobals<WorkerFlags>(), io);
    });
  program
    .command('demo')
    .description('four simulated vendors with a history, and a night of new jobs')
    .option('--exit', 'exit after the demonstration')
    .option('--port <n>', 'port of the REST API; 0: any free port', '8484')
    .option('--jobs <n>', 'least number of jobs; further machines make what is missing', '0')
    .option('--days <n>', 'days of history', '14')
    .option('--seed <n>', 'seed of the generated jobs', '1')
    .action(async (_flags: object, command: Command) => {
      const { demo } = await import('./commands/demo.ts');
      outcome.exitCode = await demo(command.optsWithGlobals<DemoFlags>(), io);
    });
}
