import { z } from 'zod';
import { instantSchema } from './job.ts';

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

/** Which sort of thing an action is done to. */
export type ActionTarget = 'job' | 'plan' | 'item' | 'connection';

export const actionTargets = {
  cancel: 'job',
  retry: 'job',
  run: 'plan',
  stop: 'plan',
  enable: 'plan',
  disable: 'plan',
  update: 'plan',
  remove: 'plan',
  protect: 'connection',
  'back-up': 'item',
  'change-plan': 'item',
  'stop-protection': 'item',
  'resume-protection': 'item',
  undelete: 'item',
  restore: 'item',
  'refresh-containers': 'connection',
  'export-jobs': 'connection',
} as const satisfies Readonly<Record<Action, ActionTarget>>;

const asked = <Name extends Action, Shape extends z.ZodRawShape>(action: Name, parameters: Shape) =>
  z.strictObject({
    action: z.literal(action),
    target: z.string().min(1).describe('Our id of a job, plan or protected item; the name of a connection.'),
    parameters: z.strictObject(parameters),
  });

const planId = z.string().min(1).describe('Our id of the plan.');

/** What is asked for, as our users say it: an action, of what, and how. Strict: an unknown parameter is an error. */
export const actionRequestSchema = z.discriminatedUnion('action', [
  asked('cancel', {}),
  asked('retry', {}),
  asked('run', { full: z.boolean().default(false).describe('A full backup.') }),
  asked('stop', {}),
  asked('enable', {}),
  asked('disable', {}),
  asked('update', {
    change: z.record(z.string(), z.unknown()).default({}).describe("The vendor's own settings of an update."),
  }),
  asked('remove', {
    removeRestorePoints: z.boolean().nullable().default(null).describe('Whether the recovery points go too.'),
  }),
  asked('protect', { sourceId: z.string().min(1).describe("The vendor's id of what is to be protected."), planId }),
  asked('back-up', {
    keepUntil: instantSchema
      .nullable()
      .default(null)
      .describe(
        'When the recovery point may go; null: as the vendor decides (Azure keeps that of a machine for 30 days).',
      ),
    type: z.string().min(1).nullable().default(null).describe("The vendor's word for a sort of backup."),
  }),
  asked('change-plan', { planId }),
  asked('stop-protection', { data: z.enum(['retain', 'delete']).describe('What becomes of what is backed up.') }),
  asked('resume-protection', { planId: planId.nullable().default(null).describe('Null: the plan that it had.') }),
  asked('undelete', {}),
  asked('restore', {
    recoveryPointId: z.string().min(1),
    destination: z.string().min(1).default('original').describe("`original`, or the vendor's id of where it goes."),
    conflict: z.enum(['skip', 'copy', 'overwrite', 'fail']).default('fail').describe('What is there already.'),
  }),
  asked('refresh-containers', {}),
  asked('export-jobs', {
    startedAfter: instantSchema.nullable().default(null),
    startedBefore: instantSchema.nullable().default(null),
  }),
]);

export type ActionRequest = z.infer<typeof actionRequestSchema>;

/** What of a request somebody has to be allowed, as far as it can be told without asking the vendor. */
export function permissionFor(request: ActionRequest): Permission {
  const destroys =
    request.action === 'remove' ||
    (request.action === 'stop-protection' && request.parameters.data === 'delete') ||
    (request.action === 'restore' && request.parameters.conflict === 'overwrite');
  return destroys ? 'destroy' : 'operate';
}
