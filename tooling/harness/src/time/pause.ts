/** Lets a test hold a process where it stands, as SIGSTOP does, and let it go on later as if nothing had been. */
export interface Pause {
  /** The same object, whose calls neither begin nor answer while it is held; but for those that answer at once. */
  guard<T extends object>(target: T, atOnce?: readonly (keyof T)[]): T;
  hold(): void;
  resume(): void;
}

export function createPause(): Pause {
  let gate: { readonly open: Promise<void>; resume(): void } | null = null;
  const pass = async (): Promise<void> => {
    while (gate !== null) await gate.open;
  };
  return {
    hold() {
      if (gate !== null) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = { open: promise, resume: resolve };
    },
    resume() {
      gate?.resume();
      gate = null;
    },
    guard: <T extends object>(target: T, atOnce: readonly (keyof T)[] = []): T =>
      new Proxy(Object.create(target), {
        get(_child, name) {
          const member: unknown = Reflect.get(target, name);
          if (typeof member !== 'function' || atOnce.some((each) => each === name)) return member;
          return async (...args: unknown[]): Promise<unknown> => {
            await pass();
            try {
              return await Reflect.apply(member, target, args);
            } finally {
              await pass();
            }
          };
        },
      }),
  };
}
