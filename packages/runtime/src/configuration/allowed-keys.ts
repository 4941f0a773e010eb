import { isJsonObject } from '@crossvault/core';
import { z } from 'zod';
import type { KeyPath } from './issue.ts';

/** The keys that a schema allows at a path of this value; [] where it allows any. */
export function allowedKeys(schema: z.ZodType, path: KeyPath, value: unknown): readonly string[] {
  let here: unknown = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  let data = value;
  for (const step of path) {
    here = stepInto(choose(here, data), step);
    data = valueAt(data, [step]);
  }
  const chosen = choose(here, data);
  return isJsonObject(chosen) && isJsonObject(chosen['properties']) ? Object.keys(chosen['properties']) : [];
}

/** The value at a path of plain data; undefined without one. */
export function valueAt(value: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>((inner, step) => {
    if (Array.isArray(inner)) return inner[Number(step)];
    return isJsonObject(inner) && Object.hasOwn(inner, step) ? inner[step] : undefined;
  }, value);
}

function stepInto(schema: unknown, step: string | number): unknown {
  if (!isJsonObject(schema)) return undefined;
  return typeof step === 'number' ? schema['items'] : valueAt(schema['properties'], [step]);
}

/** Of several forms, the one whose fixed values are those of the data: the credential with this `type`. */
function choose(schema: unknown, data: unknown): unknown {
  if (!isJsonObject(schema)) return schema;
  const forms = schema['oneOf'] ?? schema['anyOf'];
  if (!Array.isArray(forms)) return schema;
  return forms.find((form: unknown) => hasFixedValues(form, data)) ?? schema;
}

function hasFixedValues(form: unknown, data: unknown): boolean {
  const properties = isJsonObject(form) ? form['properties'] : undefined;
  if (!isJsonObject(properties)) return false;
  return Object.entries(properties).every(
    ([key, property]) =>
      !isJsonObject(property) || !('const' in property) || property['const'] === valueAt(data, [key]),
  );
}
