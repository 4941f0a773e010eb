export type { Benchmark, Candidate, Work } from './benchmark.ts';
export { type ReportRow, toReport, toTable } from './report.ts';
export { runRounds } from './run-rounds.ts';
export { median, type Summary, summarize, summarizeRatios } from './statistics.ts';
