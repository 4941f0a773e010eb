import { type Explanation, type Job, type JobLog, type JobRaw, redact, redactAnswer } from '@crossvault/contract';

/**
 * What vendors say in their own words may hold what nobody should read: a signed address, a password in a command line.
 * It is taken out where something is handed to whoever asked, and not before: a job is told apart by what it really is.
 */
export function hideInJob(job: Job): Job {
  return {
    ...job,
    target: hideInName(job.target),
    plan: hideInName(job.plan),
    tasks: job.tasks.map((task) => ({ ...task, name: redact(task.name) })),
    errors: job.errors.map((error) => ({
      ...error,
      message: redact(error.message),
      recommendation: hideOrNull(error.recommendation),
      helpUrl: hideOrNull(error.helpUrl),
    })),
    details: Object.fromEntries(
      Object.entries(job.details).map(([label, value]) => [label, String(redactAnswer(value, label))]),
    ),
  };
}

export function hideInRaw(raw: JobRaw): JobRaw {
  return Object.fromEntries(Object.entries(raw).map(([answer, body]) => [answer, redactAnswer(body)]));
}

const hiddenFields: ReadonlySet<string> = new Set(['errors', 'details', 'target', 'plan', 'tasks']);

/** The fields as {@link hideInJob} shows them, and what they were made of. */
export function hideInExplanation(explanation: Explanation): Explanation {
  return {
    ...explanation,
    fields: explanation.fields.map((each) => ({
      ...each,
      from: each.from.map(({ path, value }) => ({
        path,
        ...(value === undefined ? {} : { value: redactAnswer(value, path) }),
      })),
      value: hiddenFields.has(each.field) ? redactAnswer(each.value) : each.value,
    })),
  };
}

export function hideInLog(log: JobLog): JobLog {
  return { ...log, entries: log.entries.map((entry) => ({ ...entry, message: redact(entry.message) })) };
}

/** A path or an address may be all the name that something has. */
function hideInName<T extends { readonly name: string | null }>(named: T | null): T | null {
  return named === null || named.name === null ? named : { ...named, name: redact(named.name) };
}

const hideOrNull = (text: string | null): string | null => (text === null ? null : redact(text));
