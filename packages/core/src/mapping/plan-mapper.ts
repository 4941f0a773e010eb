import type { Provenance } from '../model/job.ts';
import { type JobKey, toJobId } from '../model/job-record.ts';
import type { Plan } from '../model/plan.ts';
import type { PlanRecord } from '../ports/plan-calls.ts';
import type { Reading } from './reading.ts';
import type { Rule } from './rule-table.ts';

/** The fields of a plan that a vendor's table must have a rule for; the others come from where it was read. */
type PlanField = Exclude<keyof Plan, 'id' | 'connection' | 'vendor' | 'provenance'>;

/** A vendor's whole table for its plans: one rule for every field, checked by the compiler. */
export type PlanRules<Input> = { readonly [Field in PlanField]: Rule<Input, Plan[Field]> };

/** Where a plan was read, and what it was made from. */
export interface PlanOrigin {
  readonly connection: string;
  readonly vendor: string;
  readonly key: JobKey;
  /** The vendor's answer, as it came. */
  readonly raw: unknown;
}

/** Applies a table of rules to what was read. Pure and total, as the rules are. */
export function mapPlan<Input>(rules: PlanRules<Input>, input: Input, origin: PlanOrigin): PlanRecord {
  const provenance: Record<string, Provenance> = {};
  const read = <Field extends PlanField>(field: Field): Plan[Field] => {
    const reading: Reading<Plan[Field]> = rules[field].read(input);
    if (reading.provenance !== undefined) provenance[field] = reading.provenance;
    return reading.value;
  };
  const { connection, vendor, key, raw } = origin;
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
  };
  return { key, plan, raw };
}
