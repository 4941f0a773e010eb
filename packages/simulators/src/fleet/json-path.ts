const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const stepsOf = (path: string): readonly string[] => (path === '' ? [] : path.split('.'));

/** The value at a dotted path; '' is the value itself. */
export const valueAt = (value: unknown, path: string): unknown =>
  stepsOf(path).reduce<unknown>((at, step) => (isRecord(at) ? at[step] : undefined), value);

const put = (value: unknown, [step, ...rest]: readonly string[], placed: unknown): unknown =>
  step === undefined
    ? placed
    : { ...(isRecord(value) ? value : {}), [step]: put(isRecord(value) ? value[step] : undefined, rest, placed) };

/** A copy with another value at a dotted path; missing objects on the path are created. */
export const withValueAt = (value: unknown, path: string, placed: unknown): unknown =>
  put(value, stepsOf(path), placed);

const cut = (value: unknown, [step, ...rest]: readonly string[]): unknown => {
  if (!isRecord(value) || step === undefined || !(step in value)) return value;
  const { [step]: inner, ...others } = value;
  return rest.length === 0 ? others : { ...value, [step]: cut(inner, rest) };
};

/** A copy without the value at a dotted path. */
export const withoutValueAt = (value: unknown, path: string): unknown => cut(value, stepsOf(path));
