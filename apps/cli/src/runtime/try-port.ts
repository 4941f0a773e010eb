import { createServer } from 'node:net';

/** Opens the port for a moment, so that an unavailable port is reported before anything else is started. 0 is always free. */
export function tryPort(host: string, port: number): Promise<void> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve()));
  });
}
