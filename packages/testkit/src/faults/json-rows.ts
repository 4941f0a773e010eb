import { isJsonObject } from '@crossvault/core';

type JsonObject = Record<string, unknown>;

/** Whether an object shows one of these jobs: one of its own values is the job's native id. */
export const idOfRow = (value: unknown, ids: ReadonlySet<string>): string | null => {
  if (!isJsonObject(value)) return null;
  for (const each of Object.values(value)) {
    if ((typeof each === 'string' || typeof each === 'number') && ids.has(String(each))) return String(each);
  }
  return null;
};

/** Every object that shows a job, the outermost one of each. */
export function rowsIn(body: unknown, ids: ReadonlySet<string>): readonly { id: string; row: JsonObject }[] {
  const id = idOfRow(body, ids);
  if (id !== null && isJsonObject(body)) return [{ id, row: body }];
  if (Array.isArray(body)) return body.flatMap((each) => rowsIn(each, ids));
  return isJsonObject(body) ? Object.values(body).flatMap((each) => rowsIn(each, ids)) : [];
}

/** The array of a body that has the rows of a page; null where it has none. */
export function listIn(body: unknown, ids: ReadonlySet<string>): unknown[] | null {
  if (Array.isArray(body)) return body.some((each) => idOfRow(each, ids) !== null) ? body : null;
  if (!isJsonObject(body) || idOfRow(body, ids) !== null) return null;
  for (const each of Object.values(body)) {
    const list = listIn(each, ids);
    if (list !== null) return list;
  }
  return null;
}

/** The link of the next page: a property that is called so, outside of the rows, and has an address. */
export function nextLinkIn(
  body: unknown,
  ids: ReadonlySet<string>,
): { readonly holder: JsonObject; readonly key: string; readonly link: string } | null {
  if (!isJsonObject(body) || idOfRow(body, ids) !== null) return null;
  for (const [key, value] of Object.entries(body)) {
    if (/next/i.test(key) && typeof value === 'string' && /^(https?:\/\/|\/)/.test(value))
      return { holder: body, key, link: value };
    const inner = nextLinkIn(value, ids);
    if (inner !== null) return inner;
  }
  return null;
}

/** Lays fields over an object: objects are joined, everything else replaces. */
export function mergeInto(target: JsonObject, merge: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(merge)) {
    const own = target[key];
    if (isJsonObject(own) && isJsonObject(value)) mergeInto(own, value);
    else target[key] = value;
  }
}

/** Takes the value at a dotted path out of an object. False where there is none. */
export function removeAt(target: JsonObject, path: string): boolean {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let holder: unknown = target;
  for (const step of steps) holder = isJsonObject(holder) ? holder[step] : undefined;
  return isJsonObject(holder) && Object.hasOwn(holder, last) && Reflect.deleteProperty(holder, last);
}
