import type { z } from 'zod';

/** Stands where a vendor's value is there and cannot be read. It keeps the value for `explain`; `raw` has it anyway. */
export class Unreadable {
  readonly seen: unknown;
  constructor(seen: unknown) {
    this.seen = seen;
  }
}

/** A field as a tolerant schema gives it: absent, unreadable, or of the expected type. */
export type WireValue<T> = T | Unreadable | null | undefined;

/** A zod schema that accepts what the inner one accepts, null and absence, and marks anything else as {@link Unreadable}. */
export type Tolerant<S extends z.ZodType> = z.ZodCatch<
  z.ZodOptional<z.ZodType<WireValue<z.output<S>>, z.input<S> | null | undefined>>
>;

/**
 * Makes one field of a wire schema tolerant. With every field of an object tolerant, one bad value costs that value
 * and never the record. A number where the schema wants a text, and a text of digits, `true` or `false` where it wants a number
 * or a boolean, are read as what they say: vendors' documents and answers differ in that.
 */
export function tolerant<S extends z.ZodType>(schema: S): Tolerant<S> {
  const optional = schema.nullable().optional() as unknown as z.ZodOptional<
    z.ZodType<WireValue<z.output<S>>, z.input<S> | null | undefined>
  >;
  return optional.catch(({ value }) => {
    const written = rewrite(value);
    const read = written === undefined ? undefined : schema.safeParse(written);
    return read?.success === true ? read.data : new Unreadable(value);
  });
}

const decimal = /^[+-]?\d{1,15}(?:\.\d{1,15})?$/;

/** The same value in the other type that JSON has for it; undefined where there is none that says exactly the same. */
function rewrite(value: unknown): unknown {
  if (typeof value === 'number') return isExact(value) ? String(value) : undefined;
  if (typeof value !== 'string' || value.length > 40) return undefined;
  const text = value.trim();
  if (decimal.test(text)) return Number(text);
  const word = text.toLowerCase();
  return word === 'true' || word === 'false' ? word === 'true' : undefined;
}

/** Beyond these a number may have been another one before it was read, and its text is no longer that of the vendor. */
const isExact = (value: number): boolean => Math.abs(value) <= Number.MAX_SAFE_INTEGER && !/e/.test(String(value));

/**
 * Ties a wire schema to the vendor's OpenAPI document at compile time: every payload that the document allows must be
 * accepted by the schema. `wireFor<components['schemas']['Job']>()(z.object({ … }))` fails to type-check otherwise.
 */
export const wireFor =
  <Spec>() =>
  <S extends z.ZodType>(schema: [Spec] extends [z.input<S>] ? S : never): S =>
    schema;

/** A field as its tolerant schema gives it, where it is there and can be read. */
export type Readable<Value> = Exclude<Value, Unreadable | null | undefined>;

/** Whether a field is there and can be read. */
export const isReadable = <T>(value: WireValue<T>): value is T =>
  value !== null && value !== undefined && !(value instanceof Unreadable);

/** The value of a field; null where it is absent or unreadable. */
export function valueOrNull<T>(value: WireValue<T>): T | null {
  return value === undefined || value instanceof Unreadable ? null : value;
}

/** Whether a value is a JSON object: arrays and null are none. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
