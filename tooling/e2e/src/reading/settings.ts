/**
 * Settings of the end-to-end checks. `CROSSVAULT_SCHEDULES`: how many schedules of faults are tried;
 * 200 unless it is set, and thousands take minutes.
 */
export function readScheduleCount(environment: Readonly<Record<string, string | undefined>> = process.env): number {
  const text = environment['CROSSVAULT_SCHEDULES'] ?? '';
  if (text === '') return 200;
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new RangeError(`CROSSVAULT_SCHEDULES has to be a number, not "${text}"`);
  return Number(text);
}
