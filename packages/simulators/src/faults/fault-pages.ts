import { valueAt, withoutValueAt, withValueAt } from '../fleet/json-path.ts';
import type { Fault } from './fault.ts';
import type { VendorShapes } from './vendor-shapes.ts';

/** Context of the changed answer. */
export type PageContext = {
  readonly shapes: VendorShapes;
  /** Scheme, host and port that the caller used. */
  readonly address: string;
  readonly path: string;
  /** The page of the same list that was served before this one. */
  readonly former: () => Buffer | null;
};

const ELSEWHERE = 'https://elsewhere.invalid';

const parse = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
};

type Rows = { readonly at: string; readonly rows: readonly unknown[] };

const rowsOf = (answer: unknown, { rows }: VendorShapes): Rows | null => {
  for (const at of rows) {
    const found = valueAt(answer, at);
    if (Array.isArray(found)) return { at, rows: found };
  }
  return null;
};

const withoutFields = (
  answer: unknown,
  page: Rows | null,
  fields: readonly string[],
  shapes: VendorShapes,
): unknown => {
  const hide = (job: unknown): unknown => fields.reduce(withoutValueAt, job);
  if (page !== null) return withValueAt(answer, page.at, page.rows.map(hide));
  return withValueAt(answer, shapes.record, hide(valueAt(answer, shapes.record)));
};

const lastRowOf = (former: Buffer | null, shapes: VendorShapes): readonly unknown[] =>
  former === null ? [] : (rowsOf(parse(former), shapes)?.rows.slice(-1) ?? []);

const withLink = (answer: unknown, { nextLink }: VendorShapes, link: string): unknown =>
  nextLink === null ? undefined : withValueAt(answer, nextLink, link);

/** The same instant, shifted, in its original form: seconds since 1970, a header's date, or ISO 8601. */
const shiftTime = (value: unknown, seconds: number): unknown => {
  if (typeof value === 'number') return value + seconds;
  if (typeof value !== 'string') return value;
  if (/^\d+$/.test(value)) return String(Number(value) + seconds);
  const shifted = new Date(Date.parse(value) + seconds * 1000);
  if (Number.isNaN(shifted.getTime())) return value;
  return /GMT$/.test(value) ? shifted.toUTCString() : shifted.toISOString();
};

const shiftTimes = (answer: unknown, { tokenTimes }: VendorShapes, seconds: number): unknown =>
  typeof answer === 'object' && answer !== null && !Array.isArray(answer)
    ? Object.fromEntries(
        Object.entries(answer).map(([key, value]) => [
          key,
          tokenTimes.includes(key) ? shiftTime(value, seconds) : value,
        ]),
      )
    : undefined;

const changePage = (fault: Fault, answer: unknown, page: Rows, context: PageContext): unknown => {
  const { shapes, address, path } = context;
  switch (fault.kind) {
    case 'duplicate-page':
      return parse(context.former() ?? Buffer.alloc(0));
    case 'shifted-page': {
      // The row that a new one pushed over here; none is dropped, for the next page would have to bring it.
      const pushed = lastRowOf(context.former(), shapes);
      return pushed.length === 0 ? undefined : withValueAt(answer, page.at, [...pushed, ...page.rows]);
    }
    case 'broken-order':
      return page.rows.length < 2 ? undefined : withValueAt(answer, page.at, page.rows.toReversed());
    case 'endless-link':
      return withLink(answer, shapes, address + path);
    case 'foreign-link':
      return withLink(answer, shapes, ELSEWHERE + path);
    default:
      return undefined;
  }
};

/** The JSON of an answer after a fault; null: the fault does not apply. */
export const changeJson = (fault: Fault, body: Buffer, context: PageContext): Buffer | null => {
  const answer = parse(body);
  if (answer === undefined) return null;
  const page = rowsOf(answer, context.shapes);
  const change = (): unknown => {
    if (fault.kind === 'forbidden-fields') return withoutFields(answer, page, fault.fields, context.shapes);
    if (fault.kind === 'clock-skew') return shiftTimes(answer, context.shapes, fault.seconds);
    return page === null ? undefined : changePage(fault, answer, page, context);
  };
  const changed = change();
  return changed === undefined ? null : Buffer.from(JSON.stringify(changed));
};
