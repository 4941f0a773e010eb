import express, { type Express, type Request, type Response } from 'express';
import type { SimulatedClock } from '../clock/clock.ts';
import { createVendorServer, type VendorServer } from '../http/vendor-server.ts';
import { readEvent } from '../schedule/event.ts';
import type { SimulatedVendor } from '../simulated-vendor.ts';
import { parseCertificateKind } from '../tls/certificate.ts';
import { joinSchedules, toInstant } from '../truth.ts';
import { registerFaultRoutes } from './control-faults.ts';
import { asControlError, attempt, type Control, ControlError, findVendor, readBody } from './control-request.ts';
import { readAddJobInput, readJobChange } from './read-job-input.ts';

const describeVendor = ({ id, url, running, connection, certificate }: SimulatedVendor) => ({
  id,
  url,
  state: running ? 'running' : 'stopped',
  connection: connection.name,
  certificate,
});

const moveClock = (clock: SimulatedClock, body: Record<string, unknown>): void => {
  if (typeof body.move === 'number' && Number.isFinite(body.move)) clock.move(body.move * 1000);
  else if (typeof body.set === 'string') clock.set(body.set);
  else throw new ControlError(400, 'say {"move": <seconds>} or {"set": "<instant>"}');
};

const registerVendorRoutes = (app: Express, control: Control): void => {
  app.get('/vendors', (_request, response) => void response.json(control.vendors.map(describeVendor)));
  app.get('/vendors/:id/requests', (request, response) => {
    response.json(findVendor(control, request.params.id).requests);
  });
  app.post('/vendors/:id/jobs', (request, response) => {
    const vendor = findVendor(control, request.params.id);
    const body = readBody(request);
    response.status(201).json({ nativeId: attempt(() => vendor.addJob(readAddJobInput(body))) });
  });
  app.post('/vendors/:id/events', (request, response) => {
    const vendor = findVendor(control, request.params.id);
    const body = readBody(request);
    attempt(() => vendor.plant(readEvent(body)));
    response.status(204).end();
  });
  app.patch('/vendors/:id/jobs/:nativeId', (request, response) => {
    const vendor = findVendor(control, request.params.id);
    const body = readBody(request);
    attempt(() => vendor.changeJob(request.params.nativeId, readJobChange(body)));
    response.status(204).end();
  });
  registerFaultRoutes(app, control);
  app.post('/vendors/:id/certificate', async (request, response) => {
    const vendor = findVendor(control, request.params.id);
    const kind = attempt(() => parseCertificateKind(readBody(request).certificate));
    await vendor.useCertificate(kind).catch((error: unknown) => {
      throw asControlError(error);
    });
    response.json(describeVendor(vendor));
  });
  const turn = (action: 'start' | 'stop') => async (request: Request<{ id: string }>, response: Response) => {
    const vendor = findVendor(control, request.params.id);
    await vendor[action]();
    response.json(describeVendor(vendor));
  };
  app.post('/vendors/:id/start', turn('start'));
  app.post('/vendors/:id/stop', turn('stop'));
};

/** All vendors, or the one that the query names. */
const asked = (control: Control, { query }: Request): readonly SimulatedVendor[] =>
  query['vendor'] === undefined ? control.vendors : [findVendor(control, query['vendor'])];

const registerControl = (app: Express, control: Control): void => {
  app.use(express.json({ limit: '5mb', type: () => true }));
  app.get('/truth', (request, response) => {
    response.json(asked(control, request).flatMap((one) => one.truth()));
  });
  app.get('/truth/schedule', (request, response) => {
    response.json(joinSchedules(asked(control, request).map((one) => one.schedule())));
  });
  app.get('/clock', (_request, response) => void response.json({ now: toInstant(control.clock.now()) }));
  app.post('/clock', async (request, response) => {
    attempt(() => moveClock(control.clock, readBody(request)));
    await control.onClockMoved(control.clock);
    response.json({ now: toInstant(control.clock.now()) });
  });
  registerVendorRoutes(app, control);
  app.use((request) => {
    throw new ControlError(404, `no ${request.method} ${request.path} on the control port`);
  });
};

/** The port over which a test outside of this process requests the truth and changes the simulated world. */
export const createControlServer = (options: Control & { port: number }): VendorServer =>
  createVendorServer({ port: options.port, register: (app) => registerControl(app, options) });
