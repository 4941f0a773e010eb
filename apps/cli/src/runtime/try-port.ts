import { createServer } from 'node:net';

/** Listens for a moment: rejects as the real listening would, before anything else is started. 0 is always free. */
export function tryPort(host: string, port: number): Promise<void> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve()));
  });
}
