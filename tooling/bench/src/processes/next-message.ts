import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** The next message of a forked process. Throws where it ends without one. */
export async function nextMessage(child: ChildProcess): Promise<unknown> {
  const settled = new AbortController();
  const { signal } = settled;
  const exited = once(child, 'exit', { signal }).then(([code, killedBy]) => {
    throw new Error(`A process ended with ${code ?? killedBy} and reported nothing.`);
  });
  try {
    const [message] = await Promise.race([once(child, 'message', { signal }), exited]);
    return message;
  } finally {
    exited.catch(() => undefined);
    settled.abort();
  }
}
