import type { SpcAct } from './acts.ts';

const isChange = (each: unknown): each is { readonly op: unknown; readonly path: unknown; readonly value: unknown } =>
  typeof each === 'object' && each !== null && 'op' in each && 'path' in each && 'value' in each;

/** What a JSON Patch of a job asks for, one act an operation; null: it is none, or it changes what cannot be changed so. */
export const readJobPatch = (patch: unknown): readonly SpcAct[] | null => {
  if (!Array.isArray(patch) || patch.length === 0) return null;
  const acts = patch.map((each: unknown): SpcAct | null => {
    if (!isChange(each) || (each.op !== 'replace' && each.op !== 'add')) return null;
    const { path, value } = each;
    if (path === '/isEnabled' && typeof value === 'boolean') return { kind: 'switch', enabled: value };
    if (path !== '/status') return null;
    if (value === 'Running') return { kind: 'start', full: false };
    return value === 'Stopping' ? { kind: 'stop' } : null;
  });
  return acts.every((act) => act !== null) ? acts : null;
};
