import { z } from 'zod';
import { instantSchema } from './job.ts';

/** What a connection or an API key may do beyond reading: `operate` starts, stops and changes; `destroy` removes data. */
export const permissions = ['operate', 'destroy'] as const;
/** One of `permissions`. */
export type Permission = (typeof permissions)[number];

/** Every action that Crossvault can request from a vendor. */
export const actions = [
  /** On a job. */
  'cancel',
  'retry',
  /** On a plan. `run` starts it now, `stop` stops its running job, `enable` and `disable` switch its schedule. */
  'run',
  'stop',
  'enable',
  'disable',
  'update',
  'remove',
  /** On a protected item; `protect` is requested at the connection. */
  'protect',
  'back-up',
  'change-plan',
  'stop-protection',
  'resume-protection',
  'undelete',
  'restore',
  /** On a connection: discover new objects to protect; have the vendor export its list of jobs. */
  'refresh-containers',
  'export-jobs',
] as const;
/** One of `actions`. */
export type Action = (typeof actions)[number];

export const actionSchema = z.enum(actions);

/** The type of object on which an action is performed. */
export type ActionTarget = 'job' | 'plan' | 'item' | 'connection';

/** On which type of object each action is performed. */
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
    target: z
      .string()
      .min(1)
      .describe("Crossvault's id of a job, plan or protected item; or the name of a connection."),
    parameters: z.strictObject(parameters),
  });

const planId = z.string().min(1).describe("Crossvault's id of the plan.");

/** A caller's request for an action: the action, its target and its parameters. Strict: an unknown parameter is an error. */
export const actionRequestSchema = z.discriminatedUnion('action', [
  asked('cancel', {}),
  asked('retry', {}),
  asked('run', { full: z.boolean().default(false).describe('Whether to run a full backup.') }),
  asked('stop', {}),
  asked('enable', {}),
  asked('disable', {}),
  asked('update', {
    change: z.record(z.string(), z.unknown()).default({}).describe("The vendor's own settings for the update."),
  }),
  asked('remove', {
    removeRestorePoints: z
      .boolean()
      .nullable()
      .default(null)
      .describe('Whether to remove the recovery points too. Null: the vendor decides.'),
  }),
  asked('protect', { sourceId: z.string().min(1).describe("The vendor's id of the object to protect."), planId }),
  asked('back-up', {
    keepUntil: instantSchema
      .nullable()
      .default(null)
      .describe(
        'When the recovery point may be removed. Null: the vendor decides (Azure keeps that of a machine for 30 days).',
      ),
    type: z
      .string()
      .min(1)
      .nullable()
      .default(null)
      .describe("The vendor's word for a type of backup. Null: the vendor's default type."),
  }),
  asked('change-plan', { planId }),
  asked('stop-protection', {
    data: z.enum(['retain', 'delete']).describe('Whether to retain or delete the existing backups.'),
  }),
  asked('resume-protection', { planId: planId.nullable().default(null).describe("Null: the item's previous plan.") }),
  asked('undelete', {}),
  asked('restore', {
    recoveryPointId: z.string().min(1),
    destination: z.string().min(1).default('original').describe("`original`, or the vendor's id of the destination."),
    conflict: z
      .enum(['skip', 'copy', 'overwrite', 'fail'])
      .default('fail')
      .describe('What to do about existing data at the destination.'),
  }),
  asked('refresh-containers', {}),
  asked('export-jobs', {
    startedAfter: instantSchema.nullable().default(null),
    startedBefore: instantSchema.nullable().default(null),
  }),
]);

/** An action with its parameters, as `actionRequestSchema` parses it. */
export type ActionRequest = z.infer<typeof actionRequestSchema>;

/**
 * The permission that a request needs, as far as it can be determined without asking the vendor. The prepared change says
 * what is really needed, and that is checked again before it is sent.
 */
export function permissionFor(request: ActionRequest): Permission {
  const destroys =
    request.action === 'remove' ||
    (request.action === 'stop-protection' && request.parameters.data === 'delete') ||
    (request.action === 'restore' && request.parameters.conflict === 'overwrite');
  return destroys ? 'destroy' : 'operate';
}
