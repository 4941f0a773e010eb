import type { Clock } from '@crossvault/core';
import type { Environment, Runtime, RuntimeOptions } from '@crossvault/runtime';

/** A stream as the command writes to it. */
export interface Output {
  /** `done` is called once the text is out, or with the reason why it never will be. */
  write(text: string, done?: (error?: Error | null) => void): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** Whether the terminal shows colours in this environment (NO_COLOR, TERM …). */
  hasColors?(environment?: object): boolean;
}

/** Everything from outside that a command may use. */
export interface CommandIo {
  /** Data and nothing else. */
  readonly stdout: Output;
  /** Notes, warnings, errors. */
  readonly stderr: Output;
  /** @default the variables of this process */
  readonly environment?: Environment;
  readonly cwd: string;
  /** Asks the user at the terminal for a line; absent without a terminal. */
  readonly ask?: (question: string) => Promise<string>;
  /** Aborted when the command is interrupted. */
  readonly signal: AbortSignal;
  /** @default the machine's */
  readonly clock?: Clock;
  /** How the user calls this command, for examples. @default crossvault */
  readonly command?: string;
  /** Called before much is loaded, by a command through which more goes than fits into memory. @default nothing: the process is shared */
  readonly keepSmall?: () => Promise<void>;
  /** @default openRuntime of @crossvault/runtime */
  readonly openRuntime?: (options: RuntimeOptions) => Promise<Runtime>;
}

export const outputForms = ['table', 'json', 'ndjson', 'yaml'] as const;
export type OutputForm = (typeof outputForms)[number];

/** The forms of a report, in place of those of other commands. */
export const reportForms = ['html', 'csv', 'json'] as const;
export type ReportForm = (typeof reportForms)[number];

/** Whether a program reads the output: notes are JSON as well. */
export const isJsonForm = (form: OutputForm): boolean => form === 'json' || form === 'ndjson';

/** Options that every command takes. */
export interface GlobalFlags {
  readonly output: OutputForm;
  readonly config?: string;
  readonly color: boolean;
}
