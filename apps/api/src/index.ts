export { type AppOptions, createApp } from './app.ts';
export { buildDocument } from './document.ts';
export { endpoints } from './endpoints.ts';
export { createServer, type RunningServer, type ServerOptions } from './server.ts';
