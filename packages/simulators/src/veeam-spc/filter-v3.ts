import { QueryProblem } from './query.ts';

type Row = unknown;
type Condition = (row: Row) => boolean;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const refuse = (message: string): QueryProblem => new QueryProblem('filter', message);

/** JSON, or the single-quoted likeness of it that some callers send. */
const parseText = (text: string): unknown => {
  for (const candidate of [text, text.replaceAll("'", '"')]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // The other form may do.
    }
  }
  throw refuse(`The filter '${text}' is not valid.`);
};

/** The value of a property; dots lead into nested ones. */
const valueAt = (row: Row, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), row);

const DATE = /^\d{4}-\d{2}-\d{2}T/;

type Scalar = string | number | boolean | null;

/** Dates by instant, texts by the collation, uids without case; absent is null. */
const toScalar = (value: unknown, folds: boolean): Scalar => {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return null;
  if (DATE.test(value) && !Number.isNaN(Date.parse(value))) return Date.parse(value);
  return folds ? value.toLowerCase() : value;
};

const compare = (one: Scalar, other: Scalar): number | null => {
  if (one === null || other === null || typeof one !== typeof other) return null;
  if (one === other) return 0;
  return one < other ? -1 : 1;
};

type Comparison = (value: Scalar, wanted: readonly Scalar[]) => boolean;

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  equals: (value, [wanted]) => value === (wanted ?? null),
  notEquals: (value, [wanted]) => value !== (wanted ?? null),
  in: (value, wanted) => wanted.includes(value),
  contains: (value, [wanted]) => typeof value === 'string' && typeof wanted === 'string' && value.includes(wanted),
  lessThan: (value, [wanted]) => (compare(value, wanted ?? null) ?? 1) < 0,
  lessThanOrEqual: (value, [wanted]) => (compare(value, wanted ?? null) ?? 1) <= 0,
  greaterThan: (value, [wanted]) => (compare(value, wanted ?? null) ?? -1) > 0,
  greaterThanOrEqual: (value, [wanted]) => (compare(value, wanted ?? null) ?? -1) >= 0,
};

type Sets = (values: readonly Scalar[], wanted: readonly Scalar[]) => boolean;

const includesAll: Sets = (values, wanted) => wanted.every((each) => values.includes(each));

/** Comparisons of a property that may hold several values; one value stands for a list of one. */
const SET_COMPARISONS: Readonly<Record<string, Sets>> = {
  subset: (values, wanted) => values.length > 0 && includesAll(wanted, values),
  superset: includesAll,
  exclusiveOr: (values, wanted) => wanted.filter((each) => values.includes(each)).length === 1,
};

const listOf = (value: unknown): readonly unknown[] => {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
};

const parseComparison = (filter: Record<string, unknown>, operation: string): Condition => {
  const { property, collation, value } = filter;
  const compareValues = Object.hasOwn(COMPARISONS, operation) ? COMPARISONS[operation] : undefined;
  const compareSets = Object.hasOwn(SET_COMPARISONS, operation) ? SET_COMPARISONS[operation] : undefined;
  if (compareValues === undefined && compareSets === undefined)
    throw refuse(`The operation '${operation}' is not known.`);
  if (typeof property !== 'string') throw refuse('A filter has to name a property.');
  const folds = collation === 'ignorecase' || /uid$/i.test(property);
  const wanted = (Array.isArray(value) ? value : [value]).map((each) => toScalar(each, folds));
  if (compareValues !== undefined) return (row) => compareValues(toScalar(valueAt(row, property), folds), wanted);
  const scalarsOf = (row: Row) => listOf(valueAt(row, property)).map((each) => toScalar(each, folds));
  return (row) => compareSets?.(scalarsOf(row), wanted) ?? false;
};

const parseCondition = (filter: unknown): Condition => {
  if (!isRecord(filter) || typeof filter.operation !== 'string') throw refuse('A filter has to name an operation.');
  const { operation, items } = filter;
  const isLogical = ['and', 'or', 'not'].includes(operation) || (operation === 'exclusiveOr' && items !== undefined);
  if (!isLogical) return parseComparison(filter, operation);
  if (!Array.isArray(items)) throw refuse(`The operation '${operation}' needs items.`);
  const conditions = items.map(parseCondition);
  if (operation === 'and') return (row) => conditions.every((holds) => holds(row));
  if (operation === 'or') return (row) => conditions.some((holds) => holds(row));
  if (operation === 'not') return (row) => !conditions.every((holds) => holds(row));
  return (row) => conditions.filter((holds) => holds(row)).length === 1;
};

/** The parameter `filter`: one object, or an array of which all have to hold. Throws QueryProblem. */
export const parseFilterV3 = (text: string | null): Condition => {
  if (text === null || text.trim() === '') return () => true;
  const parsed = parseText(text);
  const conditions = (Array.isArray(parsed) ? parsed : [parsed]).map(parseCondition);
  return (row) => conditions.every((holds) => holds(row));
};
