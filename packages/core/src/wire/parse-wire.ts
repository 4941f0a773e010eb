import { z } from 'zod';
import { isJsonObject } from './wire.ts';

/**
 * What a schema takes as it stands. A value that it does not take may still be readable for the schema itself, which is
 * then asked.
 */
interface Taken {
  /** Sum of the {@link kinds} that it takes without a further look. */
  readonly kinds: number;
  /** Whether it takes an object or a list; null: none. */
  readonly holds: ((value: object) => boolean) | null;
}

const kinds = { text: 1, number: 2, boolean: 4, absent: 8, null: 16, other: 32 } as const;
const nothing: Taken = { kinds: 0, holds: null };
const anything: Taken = { kinds: 63, holds: () => true };

const known = new WeakMap<z.ZodType, Taken>();

/**
 * Parses a vendor's answer by its wire schema. Nearly every answer is readable as it stands: that is found out without a
 * copy, and the answer itself is handed on, fields included that the schema does not know. Only where a value is
 * unreadable, or the schema does more than to look, does the schema parse.
 */
export function parseWire<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  return standsAsItIs(schema, value) ? value : schema.parse(value);
}

/** The same, and undefined for a value that the schema refuses. Never throws. */
export function safeParseWire<S extends z.ZodType>(schema: S, value: unknown): z.output<S> | undefined {
  return standsAsItIs(schema, value) ? value : schema.safeParse(value).data;
}

function standsAsItIs<S extends z.ZodType>(schema: S, value: unknown): value is z.output<S> {
  let taken = known.get(schema);
  if (taken === undefined) {
    taken = toTaken(schema);
    known.set(schema, taken);
  }
  return takes(taken, value);
}

/** Compares each type by itself: engines do that without making the text of `typeof`. */
function takes(taken: Taken, value: unknown): boolean {
  if (typeof value === 'string') return (taken.kinds & kinds.text) !== 0;
  if (value === null) return (taken.kinds & kinds.null) !== 0;
  if (typeof value === 'number')
    return (taken.kinds & kinds.number) !== 0 && (Number.isFinite(value) || taken === anything);
  if (typeof value === 'object') return taken.holds?.(value) === true;
  if (typeof value === 'boolean') return (taken.kinds & kinds.boolean) !== 0;
  return (taken.kinds & (value === undefined ? kinds.absent : kinds.other)) !== 0;
}

/** The schemas that wire schemas are made of; any other is left to itself. */
function toTaken(schema: z.core.$ZodType): Taken {
  if (hasChecks(schema)) return nothing;
  if (schema instanceof z.ZodString) return { kinds: kinds.text, holds: null };
  if (schema instanceof z.ZodNumber) return { kinds: kinds.number, holds: null };
  if (schema instanceof z.ZodBoolean) return { kinds: kinds.boolean, holds: null };
  if (schema instanceof z.ZodUnknown) return anything;
  if (schema instanceof z.ZodReadonly) return toTaken(schema.def.innerType);
  if (schema instanceof z.ZodUnion) return schema.def.options.map(toTaken).reduce(joinTaken);
  if (schema instanceof z.ZodOptional) return joinTaken(toTaken(schema.def.innerType), absent);
  if (schema instanceof z.ZodArray) return { kinds: 0, holds: toListCheck(toTaken(schema.def.element)) };
  if (schema instanceof z.ZodObject && schema.def.catchall === undefined)
    return { kinds: 0, holds: toObjectCheck(schema.def.shape) };
  if (schema instanceof z.ZodRecord && isOfAnyText(schema.def.keyType))
    return { kinds: 0, holds: toRecordCheck(toTaken(schema.def.valueType)) };
  const given = givenPart(schema);
  return given === null ? nothing : joinTaken(toTaken(given), absentOrNull);
}

const absent: Taken = { kinds: kinds.absent, holds: null };
const absentOrNull: Taken = { kinds: kinds.absent + kinds.null, holds: null };

function joinTaken(one: Taken, other: Taken): Taken {
  if (one === anything || other === anything) return anything;
  const { holds } = one;
  const either =
    holds === null || other.holds === null
      ? (holds ?? other.holds)
      : (value: object) => holds(value) || other.holds?.(value) === true;
  return { kinds: one.kinds | other.kinds, holds: either };
}

/** `z.int()` and `z.uuid()` are a number and a text with a condition of their own, which is no entry of `checks`. */
const hasChecks = ({ _zod: { def } }: z.core.$ZodType): boolean =>
  (def.checks ?? []).length > 0 || 'check' in def || 'format' in def || ('coerce' in def && def.coerce === true);

const isOfAnyText = (schema: z.core.$ZodType): boolean => schema instanceof z.ZodString && !hasChecks(schema);

function toListCheck(entries: Taken): Taken['holds'] {
  return (value) => {
    if (!Array.isArray(value)) return false;
    for (const entry of value) if (!takes(entries, entry)) return false;
    return true;
  };
}

/** What a tolerant schema wants of a value that is there; null for a schema that is not tolerant. */
function givenPart(schema: z.core.$ZodType): z.core.$ZodType | null {
  const caught = schema instanceof z.ZodCatch ? schema.def.innerType : null;
  const optional = caught instanceof z.ZodOptional ? caught.def.innerType : null;
  return optional instanceof z.ZodNullable ? optional.def.innerType : null;
}

/** Goes by the fields that are there: vendors send half of those that they may send. */
function toObjectCheck(shape: Readonly<Record<string, z.core.$ZodType>>): Taken['holds'] {
  const fields = new Map(Object.entries(shape).map(([name, schema]) => [name, toTaken(schema)]));
  const required = [...fields].filter(([, taken]) => (taken.kinds & kinds.absent) === 0).map(([name]) => name);
  const order = new FieldOrder(fields);
  return (value) => {
    if (!isJsonObject(value)) return false;
    let index = 0;
    for (const name in value) {
      const taken = order.find(index, name);
      if (taken !== undefined && !takes(taken, value[name])) return false;
      index += 1;
    }
    return required.every((name) => name in value);
  };
}

const longestOrder = 100;

/** A vendor writes the fields of its rows in one order: a field mostly stands where it stood in the row before. */
class FieldOrder {
  readonly #fields: ReadonlyMap<string, Taken>;
  readonly #names: string[] = [];
  readonly #taken: (Taken | undefined)[] = [];

  constructor(fields: ReadonlyMap<string, Taken>) {
    this.#fields = fields;
  }

  find(index: number, name: string): Taken | undefined {
    if (index < this.#names.length && this.#names[index] === name) return this.#taken[index];
    const taken = this.#fields.get(name);
    if (index <= this.#names.length && index < longestOrder) {
      this.#names[index] = name;
      this.#taken[index] = taken;
    }
    return taken;
  }
}

/** A record's own `__proto__` is dropped by its schema. */
function toRecordCheck(values: Taken): Taken['holds'] {
  return (value) => {
    if (!isJsonObject(value)) return false;
    for (const name in value) if (name === '__proto__' || !takes(values, value[name])) return false;
    return true;
  };
}
