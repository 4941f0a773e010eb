import type { Logger } from '@crossvault/core';

/** The same logger with the connection's name in every line. */
export function forConnection(logger: Logger, connection: string): Logger {
  return Object.freeze({
    debug: (fields: object, message: string) => logger.debug({ connection, ...fields }, message),
    info: (fields: object, message: string) => logger.info({ connection, ...fields }, message),
    warn: (fields: object, message: string) => logger.warn({ connection, ...fields }, message),
    error: (fields: object, message: string) => logger.error({ connection, ...fields }, message),
  });
}
