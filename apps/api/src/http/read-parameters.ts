import { CrossvaultError, joinSentences } from '@crossvault/core';
import { splitAtCommas } from '@crossvault/core/internal';
import { z } from 'zod';
import { clip, type WrittenParameters } from './written-parameters.ts';

interface Fault {
  readonly code: 'unknown-parameter' | 'invalid-parameter';
  readonly parameter: string;
  readonly message: string;
}

/** Maximum faults reported of one request, and of one parameter. */
const mostFaults = 20;
const mostFaultsOfOne = 3;

type Outcome = { readonly value: unknown } | { readonly fault: string };

/**
 * Text to typed values, as the schema says. The schema describes the values and not their text, so that it can be shown
 * as it is in the OpenAPI document: what is a list, a number or a yes-or-no is seen from its type.
 *
 * Throws one error that names all faults of the request, in its order; code and parameter are those of the first.
 */
export function readParameters<Schema extends z.ZodObject>(
  schema: Schema,
  written: WrittenParameters,
): z.output<Schema> {
  const faults: Fault[] = [];
  const input: [string, unknown][] = [];
  for (const [name, values] of written) {
    const parameter = clip(name);
    const known = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined;
    if (known === undefined) {
      faults.push({ code: 'unknown-parameter', parameter, message: `Unknown parameter "${parameter}".` });
      continue;
    }
    const outcome = readParameter(known, values);
    if ('value' in outcome) input.push([name, outcome.value]);
    else faults.push({ code: 'invalid-parameter', parameter, message: `${parameter}: ${outcome.fault}` });
  }
  const result = schema.safeParse(Object.fromEntries(input));
  if (faults.length === 0 && result.success) return result.data;
  throw toError(faults, result.error, Object.keys(schema.shape));
}

function toError(faults: readonly Fault[], error: z.ZodError | undefined, names: readonly string[]): CrossvaultError {
  const absent = String(error?.issues[0]?.path[0] ?? '');
  const first: Fault = faults[0] ?? {
    code: 'invalid-parameter',
    parameter: absent,
    message: `${absent} is required.`,
  };
  const said = faults.length === 0 ? [first.message] : faults.slice(0, mostFaults).map(({ message }) => message);
  if (faults.length > mostFaults) said.push(`And ${faults.length - mostFaults} more.`);
  if (faults.some(({ code }) => code === 'unknown-parameter')) {
    said.push(names.length === 0 ? 'None is allowed here.' : `Allowed are: ${names.join(', ')}.`);
  }
  return new CrossvaultError({ code: first.code, parameter: first.parameter, message: joinSentences(...said) });
}

function readParameter(schema: z.core.$ZodType, values: readonly string[]): Outcome {
  const type = typeOf(schema);
  if (type instanceof z.ZodArray) return readSeveral(schema, type, values);
  const [text = '', ...more] = values;
  if (more.length > 0) return { fault: `it is given ${values.length} times; allowed is once, ${allowed(type)}.` };
  return readOne(schema, type, text, toValue(type, text));
}

function readSeveral(schema: z.core.$ZodType, list: z.ZodArray, values: readonly string[]): Outcome {
  const texts = values.flatMap(splitAtCommas);
  const read = texts.map((text) => readOne(list.element, list.element, text, toValue(list.element, text)));
  const faults = read.flatMap((outcome) => ('fault' in outcome ? [outcome.fault] : []));
  if (faults.length > 0) return { fault: joinSentences(...[...new Set(faults)].slice(0, mostFaultsOfOne)) };
  const result = z.safeParse(schema, [...new Set(texts.map((text) => toValue(list.element, text)))]);
  return result.success
    ? { value: result.data }
    : { fault: joinSentences(...result.error.issues.map(({ message }) => message)) };
}

function readOne(schema: z.core.$ZodType, type: z.core.$ZodType, text: string, value: unknown): Outcome {
  const isEmpty = text.trim() === '';
  const result = z.safeParse(schema, value);
  if (result.success && !isEmpty) return { value };
  const own = result.error?.issues.find(({ code }) => code === 'custom')?.message;
  const refused = isEmpty ? 'an empty value' : `"${clip(text)}"`;
  return { fault: own ?? `${refused} is not allowed; allowed is ${allowed(type)}.` };
}

/** The type below "may be absent" and "has a default". */
function typeOf(schema: z.core.$ZodType): z.core.$ZodType {
  const isWrapped =
    schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional || schema instanceof z.ZodDefault;
  return isWrapped ? typeOf(schema.unwrap()) : schema;
}

function toValue(type: z.core.$ZodType, text: string): unknown {
  if (type instanceof z.ZodNumber && /^-?\d{1,15}$/.test(text)) return Number(text);
  if (type instanceof z.ZodBoolean && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

function allowed(type: z.core.$ZodType): string {
  if (type instanceof z.ZodEnum) return `one of ${type.options.join(', ')}`;
  if (type instanceof z.ZodBoolean) return 'true or false';
  if (type instanceof z.ZodNumber) return `a whole number from ${type.minValue} to ${type.maxValue}`;
  return 'any other text';
}
