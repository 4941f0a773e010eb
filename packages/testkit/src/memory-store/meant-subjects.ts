import type { StoredFinding, StoredSubject, StoreInsight, SubjectFilter } from '@crossvault/core/store';

export const fold = (text: string | null | undefined): string | null => text?.toLowerCase() ?? null;

export function isMeant(subject: StoredSubject, filter: SubjectFilter): boolean {
  const names = (wanted: readonly string[] | undefined, id: string | undefined, name: string | null | undefined) =>
    wanted === undefined || wanted.some((each) => each === id || fold(each) === fold(name));
  return (
    (filter.connections?.includes(subject.connection) ?? true) &&
    (filter.items === undefined || (subject.kind === 'item' && names(filter.items, subject.id, subject.name))) &&
    names(filter.plans, subject.plan?.id, subject.plan?.name) &&
    (names(filter.tenants, undefined, subject.tenant) ||
      (subject.tenant === null && filter.tenantConnections?.includes(subject.connection) === true)) &&
    (filter.areExpected !== true || subject.isExpected)
  );
}

type FindingFilter = Parameters<StoreInsight['countFindings']>[0] & {
  readonly kinds?: readonly string[];
  readonly severities?: readonly string[];
  readonly subjects?: readonly string[];
};

export function isFindingMeant(
  finding: StoredFinding,
  filter: FindingFilter,
  subjects: ReadonlyMap<string, StoredSubject>,
): boolean {
  const subject = subjects.get(finding.subject);
  return (
    (filter.connections?.includes(finding.connection) ?? true) &&
    (filter.kinds?.includes(finding.kind) ?? true) &&
    (filter.severities?.includes(finding.severity) ?? true) &&
    (filter.states?.includes(finding.state) ?? true) &&
    (filter.subjects?.some((each) => each === finding.subject || fold(each) === fold(subject?.name)) ?? true) &&
    (filter.among?.includes(finding.subject) ?? true)
  );
}
