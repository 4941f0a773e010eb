import { expect, test } from 'vitest';
import { parseFaultHeader } from './fault-header.ts';

test.each([
  ['hang', { kind: 'hang' }],
  ['status;status=503', { kind: 'status', status: 503, body: 'vendor' }],
  ['status; status=520; body=html', { kind: 'status', status: 520, body: 'html' }],
  ['throttled;wait.form=date;wait.seconds=20', { kind: 'throttled', wait: { form: 'date', seconds: 20 } }],
  ['throttled', { kind: 'throttled', wait: { form: 'seconds', seconds: 10 } }],
  ['forbidden-fields;fields=name, status', { kind: 'forbidden-fields', fields: ['name', 'status'] }],
  ['clock-skew;seconds=-90', { kind: 'clock-skew', seconds: -90 }],
  ['wrong-content-type;contentType=text/csv', { kind: 'wrong-content-type', contentType: 'text/csv' }],
])('%s is read', (text, fault) => {
  expect(parseFaultHeader(text)).toEqual(fault);
});

test.each([
  ['', 'the kinds are'],
  ['boom', 'the kinds are'],
  ['status;503', '"503" is not name=value'],
  ['status;status=soon', 'status'],
  ['hang;for=3', 'for'],
])('%j is refused with a reason', (text, reason) => {
  expect(() => parseFaultHeader(text)).toThrow(RangeError);
  expect(() => parseFaultHeader(text)).toThrow(reason);
});
