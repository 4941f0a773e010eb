/** The console of the documented answer stands in a zone three hours ahead of UTC. */
const OFFSET = '+03:00';
const OFFSET_MS = 3 * 3_600_000;

/** What a definition that never ran has as its last run: no zone. */
export const NEVER = '0001-01-01T00:00:00';

/** `2018-12-07T08:30:00.767Z`, without zeros at the end of the fraction. */
export const renderUtc = (milliseconds: number): string => new Date(milliseconds).toISOString().replace(/\.?0+Z$/, 'Z');

const secondsOf = (milliseconds: number): string => new Date(milliseconds + OFFSET_MS).toISOString().slice(0, 19);

/** `2018-10-12T01:37:05.2423906+03:00`: seven digits, of which `ticks` are the last four. */
export const renderLocal = (milliseconds: number, ticks: number): string => {
  const fraction = String(milliseconds % 1000).padStart(3, '0') + String(ticks).padStart(4, '0');
  return `${secondsOf(milliseconds)}.${fraction}${OFFSET}`;
};

/** `2018-12-08T00:30:00+03:00`: no fraction. */
export const renderLocalSeconds = (milliseconds: number): string => `${secondsOf(milliseconds)}${OFFSET}`;
