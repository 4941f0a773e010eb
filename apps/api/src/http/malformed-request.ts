import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { CrossvaultError, toProblem } from '@crossvault/core';

/** Answers input that is not a valid request: text that is not HTTP, or a head that is too long. */
export function answerMalformedRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    return;
  }
  const requestId = randomUUID();
  const tooLong = error.code === 'HPE_HEADER_OVERFLOW';
  const problem = toProblem(
    new CrossvaultError({
      code: 'invalid-parameter',
      message: tooLong
        ? 'The address and the headers of the request are too long together. Ask for fewer values at once.'
        : 'The request is not HTTP/1.1 and cannot be read.',
    }),
    requestId,
  );
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} Bad Request`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
