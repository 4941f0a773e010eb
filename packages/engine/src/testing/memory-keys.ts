import type { ApiKey, AuditEntry, StoreKeys, StoreLedger } from '@crossvault/core/store';

/** Keys and the audit log without a disk. */
export function createMemoryKeys(): StoreKeys & Pick<StoreLedger, 'appendAudit' | 'listAudit'> {
  const keys = new Map<string, { readonly hash: string; readonly key: ApiKey }>();
  const lines: AuditEntry[] = [];
  const change = (id: string, fields: Partial<ApiKey>): boolean => {
    const known = keys.get(id);
    if (known !== undefined) keys.set(id, { ...known, key: { ...known.key, ...fields } });
    return known !== undefined;
  };
  return {
    putKey: async (key, hash) => void keys.set(key.id, { key, hash }),
    findKey: async (hash) => [...keys.values()].find((each) => each.hash === hash)?.key ?? null,
    listKeys: async () => [...keys.values()].map(({ key }) => key).toReversed(),
    revokeKey: async (id, at) => change(id, { revokedAt: keys.get(id)?.key.revokedAt ?? at }),
    noteKeyUse: async (id, at) => void change(id, { lastUsedAt: at }),
    appendAudit: async (entry) => void lines.push(structuredClone(entry)),
    listAudit: async ({ before, limit, connections }) =>
      lines
        .filter((entry) => connections?.includes(entry.connection ?? '') ?? true)
        .map((entry, position) => ({ position, entry }))
        .filter(({ position }) => position < (before ?? lines.length))
        .toReversed()
        .slice(0, limit),
  };
}
