import type { Load, LoadResult } from './load.ts';
import { type Callers, type MeasuredServer, processorMs } from './servers.ts';

/** One turn of one server. */
export interface FacadeMeasurement extends LoadResult {
  /** Processor time of the server's process for a request; null where it is unknown. */
  readonly processorMs: number | null;
}

export async function measureServer(server: MeasuredServer, callers: Callers, load: Load): Promise<FacadeMeasurement> {
  let before: number | null = null;
  const result = await callers.run(load, () => {
    before = processorMs(server.processId);
  });
  const after = processorMs(server.processId);
  return { ...result, processorMs: before === null || after === null ? null : (after - before) / result.requests };
}
