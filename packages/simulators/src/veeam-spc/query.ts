/** What a list is requested, in the manner of OData: filter and order first, then skip, then top. */
export type ListQuery = {
  readonly filter: (row: unknown) => boolean;
  readonly compare: ((left: unknown, right: unknown) => number) | null;
  readonly skip: number;
  readonly top: number;
};

export class QueryProblem extends Error {
  readonly parameterName: string;
  constructor(parameterName: string, message: string) {
    super(message);
    this.name = 'QueryProblem';
    this.parameterName = parameterName;
  }
}

type Literal = string | number | boolean | null;

const valueAt = (row: unknown, property: string): unknown => {
  if (typeof row !== 'object' || row === null) return undefined;
  return Object.entries(row).find(([key]) => key === property)?.[1];
};

const readLiteral = (text: string): Literal | undefined => {
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
  if (text === 'null') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  const number = Number(text);
  return Number.isNaN(number) ? undefined : number;
};

/** Ids are compared without case. */
const isEqual = (property: string, value: unknown, literal: Literal): boolean =>
  property === 'id' && typeof value === 'string' && typeof literal === 'string'
    ? value.toLowerCase() === literal.toLowerCase()
    : value === literal;

const CLAUSE = /^\s*([A-Za-z]+)\s+(eq|ne)\s+('(?:[^']|'')*'|[^\s']+)\s*(and\s|$)/;

const parseFilter = (text: string, properties: readonly string[]): ListQuery['filter'] => {
  const clauses: ListQuery['filter'][] = [];
  let rest = text;
  let isOpen = rest.trim() !== '';
  while (isOpen) {
    const [matched, property = '', operator = '', word = '', joint = ''] = CLAUSE.exec(rest) ?? [];
    const literal = matched === undefined ? undefined : readLiteral(word);
    if (matched === undefined || literal === undefined) {
      throw new QueryProblem('$filter', `The filter expression '${text}' is not valid.`);
    }
    requireProperty('$filter', property, properties);
    const wanted = operator === 'eq';
    clauses.push((row) => isEqual(property, valueAt(row, property), literal) === wanted);
    rest = rest.slice(matched.length);
    isOpen = joint !== '';
  }
  return (row) => clauses.every((clause) => clause(row));
};

const requireProperty = (parameter: string, property: string, properties: readonly string[]): void => {
  if (!properties.includes(property)) {
    throw new QueryProblem(parameter, `Could not find a property named '${property}'.`);
  }
};

const DATE = /^\d{4}-\d{2}-\d{2}T/;

/** Dates by instant, numbers by value, everything else as text; what is absent comes first. */
const rank = (value: unknown): { readonly number: number; readonly text: string } => {
  if (value === undefined || value === null) return { number: Number.NEGATIVE_INFINITY, text: '' };
  if (typeof value === 'number') return { number: value, text: '' };
  const text = String(value);
  return { number: typeof value === 'string' && DATE.test(value) ? Date.parse(value) : 0, text };
};

const compareBy = (property: string): ((left: unknown, right: unknown) => number) => {
  return (left, right) => {
    const [first, second] = [rank(valueAt(left, property)), rank(valueAt(right, property))];
    if (first.number !== second.number) return first.number < second.number ? -1 : 1;
    return first.text === second.text ? 0 : first.text < second.text ? -1 : 1;
  };
};

const parseOrder = (text: string, properties: readonly string[]): ListQuery['compare'] => {
  if (text.trim() === '') return null;
  const orders = text.split(',').map((part) => {
    const [, property = '', direction = 'asc'] = /^\s*(\w+)(?:\s+(asc|desc))?\s*$/.exec(part) ?? [];
    requireProperty('$orderby', property, properties);
    const compare = compareBy(property);
    return (left: unknown, right: unknown) => (direction === 'desc' ? compare(right, left) : compare(left, right));
  });
  return (left, right) => orders.map((order) => order(left, right)).find((result) => result !== 0) ?? 0;
};

const parseCount = (parameter: string, text: string | null, fallback: number): number => {
  if (text === null) return fallback;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new QueryProblem(parameter, `Invalid value '${text}' for ${parameter} query option found.`);
};

/** `$select`, `$format` and `setLinks` are taken and do nothing. Throws QueryProblem. */
export const parseListQuery = (
  parameters: URLSearchParams,
  { properties, defaultTop }: { readonly properties: readonly string[]; readonly defaultTop: number },
): ListQuery => ({
  filter: parseFilter(parameters.get('$filter') ?? '', properties),
  compare: parseOrder(parameters.get('$orderby') ?? '', properties),
  skip: parseCount('$skip', parameters.get('$skip'), 0),
  top: parseCount('$top', parameters.get('$top'), defaultTop),
});

export const applyListQuery = (rows: readonly unknown[], { filter, compare, skip, top }: ListQuery): unknown[] => {
  const kept = rows.filter(filter);
  const sorted = compare === null ? kept : kept.toSorted(compare);
  return sorted.slice(skip, skip + top);
};
