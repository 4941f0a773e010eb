import { CrossvaultError, type Logger } from '@crossvault/core';

/** Logs a problem once, and its end once, however often it is noted meanwhile. */
export interface TroubleLog {
  note(error: unknown): void;
  end(): void;
}

export function createTroubleLog(
  logger: Logger,
  { failing, well }: { readonly failing: string; readonly well: string },
): TroubleLog {
  let logged: string | null = null;
  return {
    note(error) {
      const { code, message } = CrossvaultError.from(error);
      if (logged === code) return;
      logged = code;
      const why = error instanceof Error ? error.message : message;
      logger.warn({ code, why: why.slice(0, longestReason) }, failing);
    },
    end() {
      if (logged === null) return;
      logged = null;
      logger.info({}, well);
    },
  };
}

/** Characters of a reason that are logged. */
const longestReason = 500;
