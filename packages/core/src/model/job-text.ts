import { redactionVersion } from '../security/redact.ts';
import type { Job } from './job.ts';
import type { JobRaw } from './job-record.ts';

/** Rises whenever {@link writeJobText} writes the same job differently. */
const renderingVersion = 2;

/**
 * The version of stored texts of jobs; it rises with that of rendering and that of redaction. A text of an earlier version is parsed,
 * redacted and written again before it is sent. It is a part of the version of every table of rules: jobs that were stored
 * under an earlier one are mapped, redacted and written again in small steps.
 */
export const jobTextVersion: number = redactionVersion + renderingVersion;

/** A job as the JSON text that is sent, in two parts: lists leave the tasks out. */
export interface JobText {
  /** The job in the model's order, without its `tasks` and with `links.self`. It begins with its `id` and ends with its `tenant`. */
  readonly document: string;
  /** Its tasks, a JSON array. */
  readonly tasks: string;
}

/** The job with the path that it has in the REST API. */
export const linkJob = <Fields extends Pick<Job, 'id' | 'links'>>(fields: Fields): Fields => ({
  ...fields,
  links: { ...fields.links, self: `/v1/jobs/${fields.id}` },
});

/** Expects a redacted job. */
export function writeJobText(job: Job): JobText {
  const { tasks, tenant, ...fields } = job;
  // What an earlier version has stored has no such field.
  return { document: JSON.stringify({ ...linkJob(fields), tenant: tenant ?? null }), tasks: JSON.stringify(tasks) };
}

/** How the document of a job ends whose vendor names no customer. Within a text its quotes would be escaped. */
const withoutTenant = '"tenant":null}';

/** The document with the customer of its connection, unless the vendor names one. */
export const completeTenant = (document: string, tenant: string | null): string =>
  tenant !== null && document.endsWith(withoutTenant)
    ? `${document.slice(0, -withoutTenant.length)}"tenant":${JSON.stringify(tenant)}}`
    : document;

/** Stands between the documents of a joined page. No document holds a line break. */
export const documentSeparator = ',\n';

/** The job that a text was written from, also a text without `links.self` of an earlier version. */
export function parseJobText({ document, tasks }: JobText): Job {
  const fields: Omit<Job, 'tasks'> = JSON.parse(document);
  const { self: _self, ...links } = fields.links;
  return { ...fields, links, tasks: JSON.parse(tasks), tenant: fields.tenant ?? null };
}

/** The JSON text of a job as it is sent. Tasks and raw answers (JSON texts, too) are left out where they are null. */
export function joinJobText(document: string, tasks: string | null, raw: string | null): string {
  if (tasks === null && raw === null) return document;
  const parts = [...(tasks === null ? [] : [`"tasks":${tasks}`]), ...(raw === null ? [] : [`"raw":${raw}`])];
  return `${document.slice(0, -1)},${parts.join(',')}}`;
}

/** The same for a job that is not stored, or whose stored text is of another version. */
export function renderJob(job: Job, include: { readonly tasks: boolean; readonly raw: JobRaw | null }): string {
  const { document, tasks } = writeJobText(job);
  return joinJobText(document, include.tasks ? tasks : null, include.raw === null ? null : JSON.stringify(include.raw));
}
