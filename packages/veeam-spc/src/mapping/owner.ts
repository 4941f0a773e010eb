/** What a job belongs to: the agent on a computer, or a backup server. */
export interface Owner {
  readonly family: 'agent' | 'server';
  /** As it came; empty where the job does not say. */
  readonly id: string;
  /** Name of the computer; a job does not say it. */
  readonly name: string | null;
}
