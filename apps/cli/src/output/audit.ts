import { isJsonObject, parseJobId } from '@crossvault/core';
import type { AuditEntry } from '@crossvault/core/store';
import { renderGrid } from './grid.ts';

const textOf = (value: unknown): string | null =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : null;

/** The event, its result and related ids; scalar fields for other events. */
function toDetailText(detail: unknown): string {
  if (!isJsonObject(detail)) return textOf(detail) ?? '-';
  const { event, status, outcome, code, operation, name, named, ...others } = detail;
  const known = [event, outcome ?? status, code ?? operation].flatMap((value) => textOf(value) ?? []);
  if (known.length > 1) return known.join(' ');
  const plain = Object.entries(others).flatMap(([field, value]) => {
    const text = Array.isArray(value) ? value.flatMap((each) => textOf(each) ?? []).join(', ') : textOf(value);
    return text === null || text === '' ? [] : [`${field}: ${text}`];
  });
  return [...known, ...plain].join('; ') || '-';
}

/** Keys are shown by their name. */
const nameIn = ({ detail }: AuditEntry): string | null =>
  isJsonObject(detail) ? textOf(detail['name'] ?? detail['named']) : null;

/** The names of targets: a change that was refused before its target was read has no name of its own. */
const toNames = (entries: readonly AuditEntry[]): ReadonlyMap<string | null, string> =>
  new Map(
    entries.flatMap((entry) => {
      const name = nameIn(entry);
      return name === null ? [] : [[entry.target, name] as const];
    }),
  );

/** The vendor's id in one of ours; a finding has the id of what it is about in its own. */
function lastPartOf(id: string): string {
  const part = parseJobId(id)?.key.findLast((each) => each !== '');
  return part === undefined ? id : lastPartOf(part);
}

/** Display name and connection; the vendor's id where no entry has a name. */
function toTargetText({ target, connection }: AuditEntry, names: ReadonlyMap<string | null, string>): string {
  if (target === null) return '-';
  const name = names.get(target) ?? lastPartOf(target);
  return connection === null || name === connection ? name : `${connection}/${name}`;
}

/** Lines of the audit log for users, newest first. Ids of targets are shown in JSON only. */
export function renderAudit(entries: readonly AuditEntry[], width: number): readonly string[] {
  if (entries.length === 0) return [];
  const names = toNames(entries);
  return renderGrid(
    [
      { title: 'AT (UTC)' },
      { title: 'ACTOR', least: 8 },
      { title: 'ACTION' },
      { title: 'TARGET', least: 14 },
      { title: 'DETAIL', least: 20 },
    ],
    entries.map((entry) => [
      entry.at.slice(0, 19).replace('T', ' '),
      entry.actor,
      entry.action,
      toTargetText(entry, names),
      toDetailText(entry.detail),
    ]),
    width,
  );
}
