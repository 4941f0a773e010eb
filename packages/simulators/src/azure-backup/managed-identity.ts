import type { Express, Request, Response } from 'express';
import { readParameter } from './arm.ts';
import { type Entra, grantToken, isResource } from './entra.ts';

const refuse = (response: Response, status: number, error: string, text: string): void => {
  response.status(status).json({ error, error_description: text });
};

/** A machine has one identity of its own; `client_id` requests another, of which there is the app registration. */
const giveToken = (entra: Entra, request: Request, response: Response): void => {
  const resource = readParameter(request, 'resource') ?? '';
  const clientId = readParameter(request, 'client_id');
  if (!isResource(entra, resource)) {
    refuse(
      response,
      400,
      'invalid_resource',
      `AADSTS500011: The resource principal named '${resource}' was not found.`,
    );
  } else if (clientId !== null && clientId !== entra.registration.clientId) {
    refuse(response, 400, 'invalid_request', 'Identity not found');
  } else {
    const { token, seconds } = grantToken(entra);
    response.json({
      access_token: token,
      client_id: entra.registration.clientId,
      expires_in: String(seconds),
      // The client uses the clock of its machine.
      expires_on: String(Math.floor(Date.now() / 1000) + seconds),
      resource,
      token_type: 'Bearer',
    });
  }
};

/** Tokens of managed identities: the metadata service of a virtual machine, and the endpoint of an App Service. */
export const registerManagedIdentity = (app: Express, entra: Entra): void => {
  app.get('/metadata/identity/oauth2/token', (request, response) => {
    if (request.get('metadata') !== 'true')
      refuse(response, 400, 'bad_request_102', 'Required metadata header not specified');
    else giveToken(entra, request, response);
  });
  app.get('/msi/token', (request, response) => {
    const expected = entra.options.identityHeader ?? 'simulated-identity';
    if (request.get('x-identity-header') !== expected)
      refuse(response, 401, 'unauthorized', 'X-IDENTITY-HEADER is wrong.');
    else giveToken(entra, request, response);
  });
};
