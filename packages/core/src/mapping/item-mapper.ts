import type { ProtectedItemRecord } from '../model/inventory-record.ts';
import type { Provenance } from '../model/job.ts';
import { toJobId } from '../model/job-record.ts';
import type { ProtectedItem } from '../model/protected-item.ts';
import type { PlanOrigin } from './plan-mapper.ts';
import type { Reading } from './reading.ts';
import type { Rule } from './rule-table.ts';

/** The fields of an item for which a vendor's table must have a rule. The others come from {@link PlanOrigin}. */
export type ItemField = Exclude<keyof ProtectedItem, 'id' | 'connection' | 'vendor' | 'provenance' | 'tenant'>;

/** A vendor's rule table for protected items: one rule for every field, checked by the compiler. */
export type ItemRules<Input> = { readonly [Field in ItemField]: Rule<Input, ProtectedItem[Field]> };

/** Applies a rule table to a vendor's protected item. Pure; never throws. */
export function mapItem<Input>(rules: ItemRules<Input>, input: Input, origin: PlanOrigin): ProtectedItemRecord {
  const provenance: Record<string, Provenance> = {};
  const read = <Field extends ItemField>(field: Field): ProtectedItem[Field] => {
    const reading: Reading<ProtectedItem[Field]> = rules[field].read(input);
    if (reading.provenance !== undefined) provenance[field] = reading.provenance;
    return reading.value;
  };
  const { connection, vendor, key, raw, tenant = null } = origin;
  const item: ProtectedItem = {
    id: toJobId(connection, ['item', ...key]),
    connection,
    vendor,
    nativeId: read('nativeId'),
    type: read('type'),
    name: read('name'),
    protection: read('protection'),
    plan: read('plan'),
    lastJob: read('lastJob'),
    lastSuccessAt: read('lastSuccessAt'),
    lastRecoveryPointAt: read('lastRecoveryPointAt'),
    streak: read('streak'),
    expectedNextAt: read('expectedNextAt'),
    missed: read('missed'),
    health: read('health'),
    actions: read('actions'),
    provenance,
    tenant,
  };
  return { key, item, raw };
}
