import type { Logger } from '@crossvault/core';
import { redactForLog } from '@crossvault/core/internal';
import { pino } from 'pino';
import { redactFields } from './redact-fields.ts';

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface LoggerOptions {
  /** The minimum level that is written. @default 'info' */
  readonly level?: LogLevel;
  /** Where lines go. @default stderr, written at once: stdout carries data only */
  readonly destination?: { write(line: string): unknown };
}

/** One JSON object a line. Every line is redacted before it is written. */
export function createLogger(options: LoggerOptions = {}): Logger {
  const sink = pino(
    {
      level: options.level ?? 'info',
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    options.destination ?? pino.destination({ dest: 2, sync: true }),
  );
  return Object.freeze({
    debug: (fields: object, message: string) => sink.debug(redactFields(fields), redactForLog(message)),
    info: (fields: object, message: string) => sink.info(redactFields(fields), redactForLog(message)),
    warn: (fields: object, message: string) => sink.warn(redactFields(fields), redactForLog(message)),
    error: (fields: object, message: string) => sink.error(redactFields(fields), redactForLog(message)),
  });
}
