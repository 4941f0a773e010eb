/** What a job belongs to: the agent on a computer, or a backup server. */
export interface Owner {
  readonly family: 'agent' | 'server';
  /** Unchanged; empty where the job does not contain it. */
  readonly id: string;
  /** Name of the computer; a job does not say it. */
  readonly name: string | null;
}
