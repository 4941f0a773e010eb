/** What is known not to work outside yet, with the reason. An entry that works, or names nothing, fails the check. */
export interface Exceptions {
  /** Programs by their id. */
  readonly programs: Readonly<Record<string, string>>;
  /** Packages of others whose declarations do not pass `skipLibCheck: false`, by name. */
  readonly libraries: Readonly<Record<string, string>>;
}

export const exceptions: Exceptions = {
  programs: {},
  libraries: {},
};
