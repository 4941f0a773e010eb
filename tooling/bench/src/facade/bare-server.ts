import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import express from 'express';
import { z } from 'zod';

/** A server with nothing but the answers: its arguments are its kind and a file with the object of each path. */
const [kind = '', file = ''] = process.argv.slice(2);
const objects = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));
const contentType = { 'content-type': 'application/json; charset=utf-8' };

/** Its objects are stringified for each request. */
const stringifying = (): Server =>
  createServer((request, response) => {
    const body = Buffer.from(JSON.stringify(objects[request.url ?? '']));
    response.writeHead(200, { ...contentType, 'content-length': body.length }).end(body);
  });

/** Its texts were stringified before the first request: what sending alone costs. */
function sendingTexts(): Server {
  const texts = new Map(Object.entries(objects).map(([path, object]) => [path, Buffer.from(JSON.stringify(object))]));
  return createServer((request, response) => {
    const body = texts.get(request.url ?? '') ?? Buffer.alloc(0);
    response.writeHead(200, { ...contentType, 'content-length': body.length }).end(body);
  });
}

/** As Express is out of the box, with its entity tags. */
const ofExpress = (): Server =>
  createServer(express().get('/{*path}', (request, response) => void response.json(objects[request.url])));

const servers: Readonly<Record<string, () => Server>> = {
  'node:http': stringifying,
  'Express 5': ofExpress,
  'ready text': sendingTexts,
};
const server = servers[kind]?.();
server?.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' && address !== null ? address.port : 0 });
});
