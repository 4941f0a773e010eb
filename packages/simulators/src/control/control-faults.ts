import type { Express } from 'express';
import type { Faults } from '../faults/faults.ts';
import { attempt, type Control, findVendor, readBody } from './control-request.ts';

const describeFaults = ({ done, askedTooEarly }: Faults) => ({ done, askedTooEarly });

/** Faults of a vendor: what was done, new plans, and their end. */
export const registerFaultRoutes = (app: Express, control: Control): void => {
  app.get('/vendors/:id/faults', (request, response) => {
    response.json(describeFaults(findVendor(control, request.params.id).faults));
  });
  app.post('/vendors/:id/faults', (request, response) => {
    const { faults } = findVendor(control, request.params.id);
    const body = readBody(request);
    attempt(() => faults.plan(body));
    response.json(describeFaults(faults));
  });
  app.delete('/vendors/:id/faults', (request, response) => {
    findVendor(control, request.params.id).faults.clear();
    response.status(204).end();
  });
};
