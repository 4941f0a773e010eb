/** The same calls, whose errors are made into ours. */
export function guard<Calls extends object>(calls: Calls, toFault: (error: unknown) => Error): Calls {
  const settle = (result: unknown): unknown => {
    if (result instanceof Promise) {
      return result.catch((error: unknown) => {
        throw toFault(error);
      });
    }
    return isAsyncIterable(result) ? guardRows(result, toFault) : result;
  };
  return new Proxy(calls, {
    get(target, name) {
      const call: unknown = Reflect.get(target, name);
      return typeof call === 'function'
        ? (...args: readonly unknown[]) => settle(Reflect.apply(call, target, args))
        : call;
    },
  });
}

const isAsyncIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

async function* guardRows(rows: AsyncIterable<unknown>, toFault: (error: unknown) => Error): AsyncGenerator<unknown> {
  try {
    yield* rows;
  } catch (error) {
    throw toFault(error);
  }
}
