import type { ExpectedJob, VendorUnderTest } from '@crossvault/testkit';

const outcomes = [
  ['ok', 'succeeded'],
  ['error', 'failed'],
  ['partial', 'warning'],
  ['stopped', 'cancelled'],
] as const;
const tasks = [
  ['save', 'backup'],
  ['load', 'restore'],
  ['expire', 'delete'],
] as const;

/** Answers as Coldstore does, and knows beside it what the runs truly are. */
export function createFakeColdstore(count = 40): VendorUnderTest {
  const made = Array.from({ length: count }, (_, index) => {
    const [outcome, status] = outcomes[index % outcomes.length] ?? outcomes[0];
    const [task, kind] = tasks[index % tasks.length] ?? tasks[0];
    const startMs = Date.parse('2026-03-01T22:00:00.000Z') - index * 3_600_000;
    const [began, finished] = [startMs, startMs + 600_000].map((ms) => new Date(ms).toISOString());
    const run = {
      run: `run-${count - index}`,
      task,
      outcome,
      began,
      finished,
      note: status === 'failed' ? 'Disk full.' : null,
    };
    const errors = run.note === null ? [] : [{ message: run.note }];
    const job = { nativeId: run.run, kind, nativeKind: task, status, nativeStatus: outcome, errors };
    return { run, job: { ...job, startedAt: began ?? null, endedAt: finished ?? null } satisfies ExpectedJob };
  });
  const runs = made.map(({ run }) => run);

  return {
    jobs: made.map(({ job }) => job),
    answer(request) {
      if (request.headers.get('authorization') !== 'Bearer right')
        return Response.json({ error: 'Unknown key.' }, { status: 401 });
      const { pathname, searchParams } = new URL(request.url);
      const id = pathname.split('/')[3];
      const found = runs.find(({ run }) => run === id);
      if (id !== undefined)
        return found ? Response.json(found) : Response.json({ error: 'No such run.' }, { status: 404 });
      const since = searchParams.get('since') ?? '';
      const start = runs.findIndex(({ run }) => run === searchParams.get('after')) + 1;
      const page = runs.slice(start, start + Number(searchParams.get('limit')));
      const next = start + page.length < runs.length ? (page.at(-1)?.run ?? null) : null;
      const wanted = page.filter(({ began }) => (began ?? '') >= since);
      return Response.json({ runs: wanted, next: wanted.length < page.length ? null : next });
    },
  };
}
