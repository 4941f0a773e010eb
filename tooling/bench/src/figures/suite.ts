import type { Figure } from './figure.ts';

export interface SuiteOptions {
  /** Few rounds over little data, for every pull request: its ratios are only comparable with those of the same form. */
  readonly isQuick: boolean;
  /** How often each thing is measured; undefined where the caller leaves it to the benchmark. */
  readonly rounds: number | undefined;
  /** How many jobs the store gets; undefined where the caller leaves it to the benchmark. */
  readonly jobs: number | undefined;
  /** Progress, for people. */
  write(line: string): void;
}

/** A benchmark that gives ratios of one run, each with its range and its aim. */
export interface Suite {
  readonly name: string;
  /** What is compared, in one sentence. */
  readonly title: string;
  /** Whether it has a quick form. */
  readonly isQuick: boolean;
  run(options: SuiteOptions): Promise<readonly Figure[]>;
}
