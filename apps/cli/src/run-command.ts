import { CommanderError } from 'commander';
import { findCommandWord } from './options/command-word.ts';
import { type CommandIo, type OutputForm, outputForms } from './output/command-io.ts';
import { isClosedPipe } from './output/terminal.ts';
import { createProgram } from './program.ts';

/** A usage error for which commander has printed help already. */
const helpPrinted = 'commander.help';
const usageExitCode = 2;

/** Whether a command line runs a monitoring plugin: its exit codes are 0 to 3, and whatever keeps it from an answer is 3. */
export const isCheck = (argv: readonly string[]): boolean => findCommandWord(argv) === 'check';
export const unknownExitCode = 3;

/** Runs the command line and gives its exit code. Never rejects, and prints no stack. */
export async function runCommand(argv: readonly string[], io: CommandIo): Promise<number> {
  const outcome = { exitCode: 0 };
  try {
    await createProgram(io, outcome, argv).parseAsync(argv, { from: 'user' });
    return outcome.exitCode;
  } catch (error) {
    if (isClosedPipe(error)) return isCheck(argv) ? unknownExitCode : 0;
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      if (error.code === helpPrinted) return usageExitCode;
    }
    return reportFailure(error, argv, io);
  }
}

/** Reports why a command failed, without secrets and without a stack. Gives the exit code. */
export async function reportFailure(
  error: unknown,
  argv: readonly string[],
  { stdout, stderr, signal }: Pick<CommandIo, 'stdout' | 'stderr' | 'signal'>,
): Promise<number> {
  if (isCheck(argv)) {
    const { reportFailedCheck } = await import('./output/insight/report-failed-check.ts');
    return reportFailedCheck(error, { stdout, signal, argv });
  }
  const { reportError } = await import('./output/report-error.ts');
  const command = argv
    .filter((word) => !word.startsWith('-'))
    .slice(0, 2)
    .join(' ');
  return reportError(error, { stderr, form: findOutputForm(argv), signal, command });
}

/** The form that was requested, also where the other arguments cannot be understood. */
function findOutputForm(argv: readonly string[]): OutputForm {
  const forms = argv.flatMap((argument, index) => {
    const written = /^(?:--output=|-o=?)(.+)$/.exec(argument)?.[1];
    const next = argument === '-o' || argument === '--output' ? argv[index + 1] : undefined;
    return outputForms.filter((form) => form === (written ?? next));
  });
  return forms.at(-1) ?? 'table';
}
