const MICROS_PER_SECOND = 1_000_000;
const INSTANT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)?$/;
const FIRST_YEAR = Date.parse('0002-01-01T00:00:00Z');

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** Microseconds since 1970 as `2020-02-07T12:21:04.223155Z`, without zeros at the end of the fraction. */
export const renderInstant = (micros: number): string => {
  const [seconds = ''] = new Date(Math.floor(micros / 1000)).toISOString().split('.');
  const fraction = pad(micros % MICROS_PER_SECOND, 6).replace(/0+$/, '');
  return fraction === '' ? `${seconds}Z` : `${seconds}.${fraction}Z`;
};

/** Microseconds since 1970; null for what is no instant, and for the year 1, which stands for "never". */
export const parseInstant = (value: unknown): number | null => {
  const match = typeof value === 'string' ? INSTANT.exec(value) : null;
  if (match === null) return null;
  const [, seconds = '', fraction = '', zone = 'Z'] = match;
  const milliseconds = Date.parse(`${seconds}${zone}`);
  if (Number.isNaN(milliseconds) || milliseconds < FIRST_YEAR) return null;
  return milliseconds * 1000 + Number(fraction.padEnd(6, '0').slice(0, 6));
};

/** .NET's TimeSpan: `00:01:17.8237000`; whole seconds have no fraction, and a day or more stands in front: `1.02:03:04`. */
export const renderTimeSpan = (micros: number): string => {
  const seconds = Math.floor(micros / MICROS_PER_SECOND);
  const days = Math.floor(seconds / 86_400);
  const clock = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60];
  const fraction = micros % MICROS_PER_SECOND;
  const text = clock.map((part) => pad(part, 2)).join(':');
  return `${days > 0 ? `${days}.` : ''}${text}${fraction > 0 ? `.${pad(fraction, 6)}0` : ''}`;
};
