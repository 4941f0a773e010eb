/** What is known not to work outside yet, with the reason. An entry that works, or names nothing, fails the check. */
export interface Exceptions {
  /** Programs by their id. */
  readonly programs: Readonly<Record<string, string>>;
  /** Packages of others whose declarations do not pass `skipLibCheck: false`, by name. */
  readonly libraries: Readonly<Record<string, string>>;
}

export const exceptions: Exceptions = {
  programs: {
    'packages/engine/README.md#1': 'Its connector is a fake of @crossvault/testkit, which is private.',
    'packages/store/README.md#1': 'It makes a job with @crossvault/testkit, which is private.',
    'tooling/testkit/README.md#1': '@crossvault/testkit is private.',
  },
  libraries: {
    'p-queue': 'Its declarations name AddEventListenerOptions, which is in the library "dom" only.',
  },
};
