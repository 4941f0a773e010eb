import type { TokenSource } from '@crossvault/client-kit';
import { type CallOptions, type Clock, CrossvaultError, type ProbeReport, type ProbeStep } from '@crossvault/contract';
import { firstPosition } from './position.ts';
import { type RowsSource, readRows } from './read-rows.ts';

export interface ProbeSubject {
  readonly source: RowsSource;
  readonly tokens: TokenSource;
  readonly locations: readonly string[];
  readonly clock: Clock;
}

/** A token, then one row of every list. Stops at the first step that fails. */
export async function probe(subject: ProbeSubject, call: CallOptions): Promise<ProbeReport> {
  const token = await tryStep('token', subject.clock, async () => {
    await subject.tokens.get(call);
    return 'There is a token.';
  });
  const steps = token.ok ? [token, await tryStep('list', subject.clock, () => readLists(subject, call))] : [token];
  return { ok: steps.every((step) => step.ok), steps, deniedFields: [] };
}

async function readLists({ source, locations }: ProbeSubject, call: CallOptions): Promise<string> {
  const empty: string[] = [];
  for (const location of locations) {
    const query = { location, jobType: 0, span: { from: null, to: null } } as const;
    const { rows } = await readRows(source, query, firstPosition(1), call);
    if (rows.length === 0) empty.push(location);
  }
  const suspicious = empty.filter((location) => location !== '');
  if (suspicious.length > 0) {
    // Reported by a practitioner, not documented.
    return `The list answers, with no job in ${suspicious.join(', ')}. A tenant without Multi-Geo answers so to every location: configure locations only for a Multi-Geo tenant.`;
  }
  return empty.length > 0 ? 'The list answers; it has no jobs.' : 'The list answers.';
}

async function tryStep(name: string, clock: Clock, attempt: () => Promise<string>): Promise<ProbeStep> {
  const startedAt = clock.now();
  const result = await attempt().then(
    (detail) => ({ ok: true, detail, code: null }),
    (error: unknown) => {
      const { message, code } = CrossvaultError.from(error);
      return { ok: false, detail: message, code };
    },
  );
  return { name, ...result, durationMs: Math.max(0, clock.now() - startedAt) };
}
