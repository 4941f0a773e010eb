import type { FindingCause } from './finding.ts';

/**
 * Whether a cause holds. `not-known`: nothing says so or otherwise, and a finding stays as it is. `moot`: the question has no
 * meaning any more, and a finding is retired.
 */
export type Holds = 'yes' | 'no' | 'not-known' | 'moot';

/** What the facts say about one cause of one subject. */
export interface Sign {
  readonly cause: FindingCause;
  readonly subjectId: string;
  readonly holds: Holds;
  readonly sinceMs: number | null;
  readonly streak: number;
  readonly evidence: readonly string[];
}

/** A sign that rests on no occurrence. */
export const signOf = (cause: FindingCause, subjectId: string, holds: Holds, sinceMs: number | null = null): Sign => ({
  cause,
  subjectId,
  holds,
  sinceMs: holds === 'yes' ? sinceMs : null,
  streak: 0,
  evidence: [],
});
