/** Parameters of a list. */
export type JobListQuery = {
  /** Bounds on the start, both of them included; null: none. */
  readonly fromMs: number | null;
  readonly untilMs: number | null;
  /** Numbers of the filters; 0: all. */
  readonly jobType: number;
  readonly objectType: number;
  readonly jobState: number;
  readonly location: string | null;
  readonly pageIndex: number;
  readonly pageSize: number;
};

export class ParameterProblem extends Error {
  readonly field: string;
  constructor(field: string, message: string) {
    super(message);
    this.name = 'ParameterProblem';
    this.field = field;
  }
}

const DAY_MS = 86_400_000;
/** The largest page is not documented; that of the vendor's sister interfaces is 100. */
const LARGEST_PAGE = 100;

/** Names are compared without case: the vendor's table writes them small, its sample with a capital. */
export const readParameter = (parameters: URLSearchParams, name: string): string | null => {
  const value = [...parameters].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
  return value === undefined || value === '' ? null : value;
};

const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})?$/i;
const ZONE = /(Z|[+-]\d{2}:\d{2})$/i;

/** A date, or an instant that is UTC without a zone; null: neither. */
export const parseTime = (text: string): { readonly ms: number; readonly isDay: boolean } | null => {
  const isDay = WHOLE_DAY.test(text);
  if (!isDay && !INSTANT.test(text)) return null;
  const ms = Date.parse(isDay || ZONE.test(text) ? text : `${text}Z`);
  const midnight = Date.parse(text.slice(0, 10));
  const isInCalendar = !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text.slice(0, 10));
  return Number.isNaN(ms) || !isInCalendar ? null : { ms, isDay };
};

const readTime = (parameters: URLSearchParams, name: string): ReturnType<typeof parseTime> => {
  const text = readParameter(parameters, name);
  if (text === null) return null;
  const time = parseTime(text);
  if (time === null) throw new ParameterProblem(name, `The value '${text}' of ${name} is not a valid time.`);
  return time;
};

type NumberRange = { readonly from: number; readonly to: number; readonly fallback: number };

const readNumber = (parameters: URLSearchParams, name: string, { from, to, fallback }: NumberRange): number => {
  const text = readParameter(parameters, name);
  if (text === null) return fallback;
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= from && number <= to) return number;
  throw new ParameterProblem(name, `The value '${text}' of ${name} is not valid; it has to be from ${from} to ${to}.`);
};

/** Throws ParameterProblem. */
export const parseJobListQuery = (parameters: URLSearchParams, defaultPageSize: number): JobListQuery => {
  const number = (name: string, to: number) => readNumber(parameters, name, { from: 0, to, fallback: 0 });
  const until = readTime(parameters, 'finishTime');
  const untilMs = until?.isDay === true ? until.ms + DAY_MS - 1 : (until?.ms ?? null);
  return {
    fromMs: readTime(parameters, 'startTime')?.ms ?? null,
    untilMs,
    jobType: number('jobType', 5),
    objectType: number('objectType', 12),
    jobState: number('jobState', 5),
    location: readParameter(parameters, 'location'),
    pageIndex: number('pageIndex', 999_999_999),
    pageSize: readNumber(parameters, 'pageSize', { from: 1, to: LARGEST_PAGE, fallback: defaultPageSize }),
  };
};
