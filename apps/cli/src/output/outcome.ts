/** Keeps the exit code of the command that ran. */
export interface Outcome {
  exitCode: number;
}
