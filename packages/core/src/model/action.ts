import { z } from 'zod';

/** What a connection, or a key of ours, may do beyond reading: `operate` starts, stops and changes; `destroy` removes data. */
export const permissions = ['operate', 'destroy'] as const;
export type Permission = (typeof permissions)[number];

/** Everything that can be asked of a vendor, in our words. */
export const actions = [
  /** A job: give it up; do it again. */
  'cancel',
  'retry',
  /** A plan: start it now, stop its running job, let it run by its schedule or not, bring it up to date, remove it. */
  'run',
  'stop',
  'enable',
  'disable',
  'update',
  'remove',
  /** A protected item. */
  'protect',
  'back-up',
  'change-plan',
  'stop-protection',
  'resume-protection',
  'undelete',
  'restore',
  /** A connection: look for new things to protect; write its jobs to where the vendor keeps exports. */
  'refresh-containers',
  'export-jobs',
] as const;
export type Action = (typeof actions)[number];

export const actionSchema = z.enum(actions);
