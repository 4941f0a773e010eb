/** Lets a test leave work standing where it is, as the end of a process does: no cleanup runs. */
export interface Abandon {
  /** The same object, whose calls never answer once everything is abandoned; but for those that answer at once. */
  guard<T extends object>(target: T, atOnce?: readonly (keyof T)[]): T;
  /** After this many answers of the guarded objects everything stops. */
  after(answers: number): void;
  readonly isAbandoned: boolean;
  /** Answers so far. */
  readonly answers: number;
}

const never = new Promise<never>(() => undefined);

export function createAbandon(): Abandon {
  let left = Number.POSITIVE_INFINITY;
  let answers = 0;
  const pass = (): boolean => {
    if (left <= 0) return false;
    left -= 1;
    answers += 1;
    return true;
  };
  return {
    get isAbandoned() {
      return left <= 0;
    },
    get answers() {
      return answers;
    },
    after(count) {
      left = count;
    },
    guard: <T extends object>(target: T, atOnce: readonly (keyof T)[] = []): T =>
      // Over a child of the target: what is frozen may not be shown otherwise than it is.
      new Proxy(Object.create(target), {
        get(_child, name) {
          const member: unknown = Reflect.get(target, name);
          if (typeof member !== 'function' || atOnce.some((each) => each === name)) return member;
          return (...args: unknown[]): unknown => {
            if (left <= 0) return never;
            const answer: unknown = Reflect.apply(member, target, args);
            if (!(answer instanceof Promise)) return answer;
            // Whether the work was done and its end was never heard, or was not done: both happen.
            return answer.then(
              (value: unknown) => (pass() ? value : never),
              (error: unknown) => (pass() ? Promise.reject(error) : never),
            );
          };
        },
      }),
  };
}
