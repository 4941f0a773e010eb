import { CrossvaultError, type ErrorCode, type Problem, type SourceReport, toProblem } from '@crossvault/core';
import { SourcesError, withoutRejectedValues } from '@crossvault/engine';
import { CommanderError } from 'commander';
import { isJsonForm, type Output, type OutputForm } from './command-io.ts';
import { toPlainLine } from './plain-text.ts';
import { toJson } from './show.ts';
import { toSourceNotes } from './source-notes.ts';

const probeHint = '"crossvault doctor" tests every connection step by step and gives advice.';

/** Advice on the next step, where the message has none. */
const hints: Partial<Readonly<Record<ErrorCode, string>>> = {
  'unknown-parameter': 'Add --help to a command to see its options.',
  'job-not-found': '"crossvault jobs list" lists the jobs and their ids; add "--started-after all" for older ones.',
  'plan-not-found': '"crossvault plans list --refresh" shows the plans and their names.',
  'item-not-found': '"crossvault items list --refresh" shows the protected items and their names.',
  'finding-not-found': '"crossvault findings list" shows what is found now.',
  'occurrence-not-found': '"crossvault occurrences list" shows expected runs and their ids.',
  'operation-not-found': '"crossvault operations list" shows the operations and their ids.',
  'confirmation-needed': 'Add --confirm and the name; --dry-run shows what would be sent, and the name.',
  'answer-lost': '"crossvault operations list" shows its state once it is known.',
  'connection-not-found': '"crossvault connections list" shows what is configured.',
  'configuration-unreadable': '"crossvault demo" starts simulated vendors and writes an example configuration.',
  'configuration-invalid': '"crossvault config validate" checks the whole file.',
  'secret-missing': '"crossvault config validate" checks the whole file.',
  'authentication-failed': probeHint,
  'permission-denied': probeHint,
  'source-not-found': probeHint,
  'certificate-refused': probeHint,
  'source-unreachable': probeHint,
  'sources-not-set-up': probeHint,
  'sources-failed': probeHint,
  'sources-timed-out': probeHint,
  'sources-incomplete': probeHint,
  'sort-needs-window': 'Add --started-after, such as --started-after 2026-01-01T00:00:00Z.',
  'invalid-cursor': 'The cursor of the next page follows "more: --cursor", or is page.next with -o json.',
};

/** A problem and, where sources failed, the report of each. */
interface ShownProblem extends Problem {
  readonly sources?: readonly SourceReport[];
}

export interface ErrorReport {
  readonly stderr: Output;
  readonly form: OutputForm;
  readonly signal: AbortSignal;
  /** The first two words of the command that failed: `config validate`. */
  readonly command: string;
}

/** No hint names the very command that failed. */
function hintFor(code: ErrorCode, command: string): string | undefined {
  const hint = hints[code];
  return hint?.startsWith(`"crossvault ${command}"`) === true ? undefined : hint;
}

/** Reports an error on stderr, as one JSON object where data is JSON, else as text. Returns the exit code. */
export function reportError(error: unknown, { stderr, form, signal, command }: ErrorReport): number {
  const known = signal.aborted ? interrupted() : fromUsage(error);
  const lines = isJsonForm(form) ? [toJson(toShownProblem(known))] : toLines(known, command);
  stderr.write(lines.map((line) => `${line}\n`).join(''));
  return known.entry.exitCode;
}

const interrupted = (): CrossvaultError => new CrossvaultError({ code: 'interrupted', message: 'Interrupted.' });

const unknownWords: ReadonlySet<string> = new Set(['commander.unknownOption', 'commander.unknownCommand']);

function fromUsage(error: unknown): CrossvaultError {
  if (!(error instanceof CommanderError)) return CrossvaultError.from(error);
  const code = unknownWords.has(error.code) ? 'unknown-parameter' : 'invalid-parameter';
  return new CrossvaultError({ code, message: error.message.replace(/^error: /, '').replaceAll('\n', ' ') });
}

function toShownProblem(error: CrossvaultError): ShownProblem {
  if (!(error instanceof SourcesError)) return toProblem(error);
  return { ...toProblem(error), sources: error.sources.map(withoutRejectedValues) };
}

const isAllOrNothing = (error: CrossvaultError): boolean =>
  error instanceof SourcesError && error.code === 'sources-incomplete';

/** Only messages about the configuration may have several lines; in other messages line ends may come from a vendor. */
const ownLines = ({ code, message }: CrossvaultError): readonly string[] =>
  code === 'configuration-invalid' || code === 'configuration-unreadable' ? message.split('\n') : [message];

function toLines(error: CrossvaultError, command: string): readonly string[] {
  const hint = isAllOrNothing(error)
    ? 'Without --strict the jobs of the sources that answered are listed.'
    : hintFor(error.code, command);
  const [first, ...more] =
    error instanceof SourcesError ? [`${error.entry.title}.`, ...toSourceNotes(error.sources)] : ownLines(error);
  return [
    `crossvault: ${toPlainLine(first ?? '')}`,
    ...more.map((line) => `  ${toPlainLine(line)}`),
    ...(hint === undefined ? [] : [`hint: ${hint}`]),
  ];
}
