import type { Provenance, Reading } from '@crossvault/contract';

/** Why each field is what it is; only for fields that were not simply read. */
export function provenanceOf(read: Readonly<Record<string, Reading<unknown>>>): Record<string, Provenance> {
  return Object.fromEntries(
    Object.entries(read).flatMap(([field, { provenance }]) => (provenance === undefined ? [] : [[field, provenance]])),
  );
}
