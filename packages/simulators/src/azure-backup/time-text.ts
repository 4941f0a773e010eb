const TICKS_PER_MS = 10_000;
const TICKS_PER_SECOND = 10_000_000;

/** The ticks (100 ns) that an instant or a span has beyond its milliseconds. */
export type TickTime = { readonly milliseconds: number; readonly ticks: number };

export const addTicks = (left: TickTime, right: TickTime): TickTime => {
  const ticks = left.ticks + right.ticks;
  return {
    milliseconds: left.milliseconds + right.milliseconds + Math.floor(ticks / TICKS_PER_MS),
    ticks: ticks % TICKS_PER_MS,
  };
};

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** `2018-05-21T08:35:40.9488967Z`, without zeros at the end of the fraction. */
export const renderInstant = ({ milliseconds, ticks }: TickTime): string => {
  const [seconds = ''] = new Date(milliseconds).toISOString().split('.');
  const fraction = `${pad(milliseconds % 1000, 3)}${pad(ticks, 4)}`.replace(/0+$/, '');
  return fraction === '' ? `${seconds}Z` : `${seconds}.${fraction}Z`;
};

const split = ({ milliseconds, ticks }: TickTime) => {
  const total = milliseconds * TICKS_PER_MS + ticks;
  const seconds = Math.floor(total / TICKS_PER_SECOND);
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
    fraction: total % TICKS_PER_SECOND,
  };
};

/** .NET's TimeSpan: `00:20:23.0896697`, `1.02:03:04`. */
export const renderTimeSpan = (span: TickTime): string => {
  const { days, hours, minutes, seconds, fraction } = split(span);
  const clock = [hours, minutes, seconds].map((part) => pad(part, 2)).join(':');
  return `${days > 0 ? `${days}.` : ''}${clock}${fraction > 0 ? `.${pad(fraction, 7)}` : ''}`;
};

/** ISO 8601: `PT20M23.0896697S`, `P1DT2H`, `PT0S`. */
export const renderIsoDuration = (span: TickTime): string => {
  const { days, hours, minutes, seconds, fraction } = split(span);
  const secondsText = fraction > 0 ? `${seconds}.${pad(fraction, 7).replace(/0+$/, '')}` : String(seconds);
  const clock = `${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${secondsText === '0' ? '' : `${secondsText}S`}`;
  const text = `P${days > 0 ? `${days}D` : ''}${clock === '' ? '' : `T${clock}`}`;
  return text === 'P' ? 'PT0S' : text;
};

/** Durations are TimeSpans up to this version and ISO 8601 after it (inferred: samples of both are published). */
const LAST_TIME_SPAN_VERSION = '2019-05-13';

export const renderDuration = (span: TickTime, apiVersion: string): string =>
  apiVersion <= LAST_TIME_SPAN_VERSION ? renderTimeSpan(span) : renderIsoDuration(span);
