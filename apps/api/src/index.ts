export { endpoints } from './endpoints.ts';
export { type AppOptions, createApp } from './http/app.ts';
export { createServer, type RunningServer, type ServerOptions } from './http/server.ts';
export { buildDocument } from './openapi/document.ts';
