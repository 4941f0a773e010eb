import {
  CrossvaultError,
  errorTable,
  type JobContext,
  type JobRecord,
  joinSentences,
  type SourceReport,
  type Window,
} from '@crossvault/core';

/** A job of a page. */
export interface ListedRecord extends Pick<JobRecord, 'job' | 'raw'> {
  /** Where it was found; absent for a row of the store, which holds what is shown and no more. */
  readonly context?: JobContext;
}

/** One page over all sources; a view shows what was asked for. */
export interface Listing {
  readonly records: readonly ListedRecord[];
  readonly next: string | null;
  readonly window: Window;
  readonly complete: boolean;
  readonly sources: readonly SourceReport[];
}

/** No source answered, or not all did and all were wanted. It carries what each of them said. */
export class SourcesError extends CrossvaultError {
  readonly sources: readonly SourceReport[];
  constructor(
    code: 'sources-not-set-up' | 'sources-timed-out' | 'sources-failed' | 'sources-incomplete',
    sources: readonly SourceReport[],
  ) {
    const said = sources.flatMap(({ problem }) =>
      problem === null ? [] : [`${problem.source ?? 'a source'}: ${problem.detail}`],
    );
    super({ code, message: said.length === 0 ? 'Not every source is whole.' : joinSentences(...said) });
    this.name = 'SourcesError';
    this.sources = sources;
  }
}

/** Which error stands for several failed sources: set-up faults and timeouts only when all of them are. */
export function jointFault(
  sources: readonly SourceReport[],
): 'sources-not-set-up' | 'sources-timed-out' | 'sources-failed' {
  const faults = sources.flatMap(({ problem }) => (problem === null ? [] : [errorTable[problem.code].fault]));
  if (faults.every((fault) => fault === 'setup')) return 'sources-not-set-up';
  return faults.every((fault) => fault === 'timeout') ? 'sources-timed-out' : 'sources-failed';
}
