import type { ReadableStream as SourceStream } from 'node:stream/web';

/** This much of an answer is read even without a reader, so that an answer with only its head read can end. */
const takenInBytes = 1_048_576;

/** The same bytes; `finish` is called once, when they have all arrived, or failed, or were cancelled. */
export function untilRead(source: SourceStream<Uint8Array>, finish: () => void): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (!done) {
            controller.enqueue(value);
            return;
          }
          controller.close();
        } catch (error) {
          controller.error(error);
        }
        finish();
      },
      async cancel(reason) {
        finish();
        await reader.cancel(reason);
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: takenInBytes }),
  );
}
