import { changeCourse, type JobFields } from '../fleet/course.ts';
import type { JobChange } from '../fleet/job-table.ts';
import type { VeeamSession } from './session.ts';
import { policiesFor, type Shape } from './shapes.ts';
import { statusOfWord, typeOfKind, wordOfStatus } from './words.ts';

/** The vendor's own word decides the course where the normalized one is not given. */
export const withStatus = (fields: JobFields): JobFields =>
  fields.nativeStatus === undefined ? fields : { ...fields, status: statusOfWord(fields.nativeStatus) };

export const wordsOf = (fields: JobFields): Partial<Shape> => {
  const word = fields.nativeStatus ?? (fields.status === undefined ? undefined : wordOfStatus(fields.status));
  if (word === undefined) return {};
  const status = statusOfWord(word);
  if (status === 'running') return { openWord: word, outcome: word === 'Running' ? 'Success' : word.slice(11) };
  if (status === 'queued') return { outcome: 'Success' };
  return { outcome: status === 'cancelling' ? 'Canceled' : word };
};

export const typeOf = ({ kind, nativeKind }: JobFields): Partial<Shape> => {
  if (nativeKind !== undefined) return { type: nativeKind };
  return kind === undefined ? {} : { type: typeOfKind(kind) };
};

/** The target is what the session names: its policy, its repository or its machine. */
export const withTarget = (session: VeeamSession, target: string | undefined): VeeamSession => {
  if (target === undefined) return session;
  const policy = session.policy === null ? null : { ...session.policy, name: target };
  return {
    ...session,
    policy,
    machine: { ...session.machine, name: target },
    repository: { ...session.repository, name: target },
  };
};

const FIELDS = ['status', 'nativeStatus', 'kind', 'nativeKind', 'target', 'startedAt', 'durationSeconds'] as const;

export const changeSession = (session: VeeamSession, change: JobChange, nowMs: number): VeeamSession => {
  if (FIELDS.every((field) => change[field] === undefined)) return session;
  const fields = withStatus(change);
  const course = changeCourse(session.course, fields, nowMs);
  const isPending = fields.status === undefined || fields.status === 'queued';
  const queuedForMs = isPending ? course.queuedForMs : 0;
  const shape: Shape = { ...session.shape, ...typeOf(fields), ...wordsOf(fields), start: 'plain' };
  const policies = policiesFor(shape.type);
  const keepsPolicy = shape.type === session.shape.type || policies.some(({ type }) => type === session.policy?.type);
  const policy = keepsPolicy ? session.policy : (policies[0] ?? null);
  return withTarget({ ...session, shape, policy, course: { ...course, queuedForMs }, page: null }, change.target);
};
