import { type CoveredFlags, readCovered } from '../../options/read-insight-flags.ts';
import { readWords } from '../../options/read-list-flags.ts';
import type { CommandIo } from '../../output/command-io.ts';
import { checkFormats, renderCheck, toCheckObject, toCheckResult } from '../../output/insight/check.ts';
import { show } from '../../output/show.ts';
import { createTerminal } from '../../output/terminal.ts';
import { withRuntime } from '../../runtime/with-runtime.ts';

/** The options of `check`. */
export interface CheckFlags extends CoveredFlags {
  readonly format: string;
  readonly service: string;
}

/** `crossvault check`: one line and an exit code of 0 to 3, as monitoring systems read plugins. Failures are reported by the caller, as 3. */
export async function check(flags: CheckFlags, io: CommandIo): Promise<number> {
  const [format = 'nagios'] = readWords('format', [flags.format], checkFormats) ?? [];
  const terminal = createTerminal(io, flags);
  const query = readCovered(flags);
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const result = toCheckResult(await engine.insight.today(query, { signal: io.signal }));
    const whole = toCheckObject(result);
    await show(terminal, {
      whole,
      rows: [whole],
      lines: async () => [renderCheck(result, format, flags.service)],
    });
    return result.status;
  });
}
