import { interceptCalls, invoke } from './intercept-calls.ts';

/** The same calls. What they throw is converted by `toFault`. */
export function guard<Calls extends object>(calls: Calls, toFault: (error: unknown) => Error): Calls {
  return interceptCalls(calls, (name, args) => {
    const result = invoke(calls, name, args);
    if (result instanceof Promise) {
      return result.catch((error: unknown) => {
        throw toFault(error);
      });
    }
    return isAsyncIterable(result) ? guardRows(result, toFault) : result;
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
