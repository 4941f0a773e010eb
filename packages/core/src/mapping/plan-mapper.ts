import type { PlanRecord } from '../model/inventory-record.ts';
import type { Provenance } from '../model/job.ts';
import { type JobKey, toJobId } from '../model/job-record.ts';
import type { Plan } from '../model/plan.ts';
import type { Reading } from './reading.ts';
import type { Rule } from './rule-table.ts';

/** The fields of a plan for which a vendor's table must have a rule. The others come from {@link PlanOrigin}. */
export type PlanField = Exclude<keyof Plan, 'id' | 'connection' | 'vendor' | 'provenance' | 'tenant'>;

/** A vendor's rule table for plans: one rule for every field, checked by the compiler. */
export type PlanRules<Input> = { readonly [Field in PlanField]: Rule<Input, Plan[Field]> };

/** Where a plan or an item was read, and the answer it was mapped from. */
export interface PlanOrigin {
  readonly connection: string;
  readonly vendor: string;
  readonly key: JobKey;
  /** The vendor's answer, as received. */
  readonly raw: unknown;
  /** The customer that the vendor names. @default none */
  readonly tenant?: string | null;
}

/** Applies a rule table to a vendor's plan. Pure; never throws. */
export function mapPlan<Input>(rules: PlanRules<Input>, input: Input, origin: PlanOrigin): PlanRecord {
  const provenance: Record<string, Provenance> = {};
  const read = <Field extends PlanField>(field: Field): Plan[Field] => {
    const reading: Reading<Plan[Field]> = rules[field].read(input);
    if (reading.provenance !== undefined) provenance[field] = reading.provenance;
    return reading.value;
  };
  const { connection, vendor, key, raw, tenant = null } = origin;
  const plan: Plan = {
    id: toJobId(connection, ['plan', ...key]),
    connection,
    vendor,
    nativeId: read('nativeId'),
    name: read('name'),
    enabled: read('enabled'),
    nativeStatus: read('nativeStatus'),
    schedule: read('schedule'),
    lastJob: read('lastJob'),
    lastSuccessAt: read('lastSuccessAt'),
    nextRunAt: read('nextRunAt'),
    targets: read('targets'),
    sizeBytes: read('sizeBytes'),
    streak: read('streak'),
    missed: read('missed'),
    actions: read('actions'),
    details: read('details'),
    provenance,
    tenant,
  };
  return { key, plan, raw };
}
