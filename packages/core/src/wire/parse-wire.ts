import { z } from 'zod';
import { isJsonObject } from './wire.ts';

/** Whether a schema takes a value as it stands. A no may still be a yes for the schema itself, which is then asked. */
type Check = (value: unknown) => boolean;

const checks = new WeakMap<z.ZodType, Check>();

/**
 * Parses a vendor's answer by its wire schema. Nearly every answer is readable as it stands: that is found out without a
 * copy, and the answer itself is handed on, fields included that the schema does not know. Only where a value is
 * unreadable, or the schema does more than to look, does the schema parse.
 */
export function parseWire<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  return standsAsItIs(schema, value) ? value : schema.parse(value);
}

function standsAsItIs<S extends z.ZodType>(schema: S, value: unknown): value is z.output<S> {
  const known = checks.get(schema);
  if (known !== undefined) return known(value);
  const check = toCheck(schema);
  checks.set(schema, check);
  return check(value);
}

const never: Check = () => false;

/** The schemas that wire schemas are made of; any other is left to itself. */
function toCheck(schema: z.core.$ZodType): Check {
  if (hasChecks(schema)) return never;
  if (schema instanceof z.ZodString) return (value) => typeof value === 'string';
  if (schema instanceof z.ZodNumber) return Number.isFinite;
  if (schema instanceof z.ZodBoolean) return (value) => typeof value === 'boolean';
  if (schema instanceof z.ZodUnknown) return () => true;
  if (schema instanceof z.ZodReadonly) return toCheck(schema.def.innerType);
  if (schema instanceof z.ZodUnion) return toUnionCheck(schema.def.options.map(toCheck));
  if (schema instanceof z.ZodArray) return toArrayCheck(toCheck(schema.def.element));
  if (schema instanceof z.ZodObject && schema.def.catchall === undefined) return toObjectCheck(schema.def.shape);
  const given = givenPart(schema);
  if (given === null) return never;
  const check = toCheck(given);
  return (value) => value === null || value === undefined || check(value);
}

/** `z.int()` and `z.uuid()` are a number and a text with a condition of their own, which is no entry of `checks`. */
const hasChecks = ({ _zod: { def } }: z.core.$ZodType): boolean =>
  (def.checks ?? []).length > 0 || 'check' in def || 'format' in def || ('coerce' in def && def.coerce === true);

const toUnionCheck =
  (options: readonly Check[]): Check =>
  (value) =>
    options.some((check) => check(value));

const toArrayCheck =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

/** What a tolerant schema wants of a value that is there; null for a schema that is not tolerant. */
function givenPart(schema: z.core.$ZodType): z.core.$ZodType | null {
  const caught = schema instanceof z.ZodCatch ? schema.def.innerType : null;
  const optional = caught instanceof z.ZodOptional ? caught.def.innerType : null;
  return optional instanceof z.ZodNullable ? optional.def.innerType : null;
}

/** Goes by the fields that are there: vendors send half of those that they may send. */
function toObjectCheck(shape: Readonly<Record<string, z.core.$ZodType>>): Check {
  const fields = Object.entries(shape);
  const required = fields.filter(([, schema]) => givenPart(schema) === null).map(([name]) => name);
  const known = new Map(fields.map(([name, schema]) => [name, toCheck(schema)]));
  return (value) => {
    if (!isJsonObject(value)) return false;
    for (const name in value) if (known.get(name)?.(value[name]) === false) return false;
    return required.every((name) => name in value);
  };
}
