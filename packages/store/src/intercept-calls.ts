/** Calls the method of that name. */
export function invoke<Calls extends object>(calls: Calls, name: keyof Calls, args: readonly unknown[]): unknown {
  const method: unknown = Reflect.get(calls, name);
  return typeof method === 'function' ? Reflect.apply(method, calls, args) : undefined;
}

/** The same calls, each of them made by `make`. The names come from `calls`: no caller lists them a second time. */
export function interceptCalls<Calls extends object>(
  calls: Calls,
  make: (name: keyof Calls, args: readonly unknown[]) => unknown,
): Calls {
  const isName = (name: PropertyKey): name is keyof Calls => name in calls;
  return new Proxy(calls, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function' || !isName(name)) return method;
      return (...args: readonly unknown[]) => make(name, args);
    },
  });
}
