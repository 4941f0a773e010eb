import { withValueAt } from '../fleet/json-path.ts';
import { type Fault, parseFault } from './fault.ts';

export const FAULT_HEADER = 'x-simulate-fault';

const readValue = (name: string, text: string): unknown => {
  if (name === 'fields') return text.split(',').map((field) => field.trim());
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
};

/**
 * `kind *( ";" name "=" value )`: `status;status=503`, `throttled;wait.form=date;wait.seconds=20`,
 * `forbidden-fields;fields=name,status`. Throws RangeError.
 */
export const parseFaultHeader = (text: string): Fault => {
  const [kind = '', ...pairs] = text.split(';').map((part) => part.trim());
  const asked = pairs.reduce<unknown>(
    (fault, pair) => {
      const [, name = '', value = ''] = /^([\w.]+)\s*=\s*(.*)$/.exec(pair) ?? [];
      if (name === '') throw new RangeError(`${FAULT_HEADER}: "${pair}" is not name=value`);
      return withValueAt(fault, name, readValue(name, value));
    },
    { kind },
  );
  return parseFault(asked);
};
