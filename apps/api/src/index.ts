export { type AppOptions, createApp } from './http/app.ts';
export type { AuthDecision, AuthMode, DecideAuth } from './http/auth-mode.ts';
export { createServer, type RunningServer, type ServerOptions } from './http/server.ts';
export { openApiDocument } from './openapi/facade-document.ts';
