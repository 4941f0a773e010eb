/** What a run is for. One session can be of several tracks at once. */
export const TRACKS = ['backup', 'snapshot', 'archive', 'copy', 'full', 'log', 'retention'] as const;
export type Track = (typeof TRACKS)[number];

export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const POSITIONS = ['First', 'Second', 'Third', 'Fourth', 'Last'] as const;

/** Which days; without it every day. */
export type RuleDays =
  | { readonly weekdays: readonly Weekday[] }
  /** Days that a month does not have are left out of it. */
  | { readonly daysOfMonth: readonly number[] }
  | { readonly position: (typeof POSITIONS)[number]; readonly weekday: Weekday }
  | { readonly lastDay: true };

/** When the simulated vendor starts runs. Times of day are those of the plan's zone. */
export type ScheduleRule = { readonly track: Track } & (
  | {
      readonly kind: 'calendar';
      readonly times: readonly string[];
      readonly on?: RuleDays | undefined;
      /** 1 to 12; without it all of them. */
      readonly months?: readonly number[] | undefined;
    }
  | { readonly kind: 'interval'; readonly everyMinutes: number; readonly anchor: string }
  /** From a time of day on, every so many hours of elapsed time, for so many hours. */
  | {
      readonly kind: 'window';
      readonly everyHours: number;
      readonly from: string;
      readonly hours: number;
      readonly on?: RuleDays | undefined;
    }
  /** When a run of another plan of the vendor has ended. */
  | { readonly kind: 'after'; readonly plan: string }
);

export type SimulatedSchedule = {
  readonly rules: readonly ScheduleRule[];
  /** An IANA name. */
  readonly timeZone: string;
  /** A time of day that a change of clocks skips: no run on that day, or one an hour later. One that comes twice has one run. */
  readonly skipped: 'none' | 'later';
};
