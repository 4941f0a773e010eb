import { endpoints } from '../endpoints.ts';
import { buildDocument } from './document.ts';

/** The OpenAPI 3.1 document of all endpoints, as `GET /v1/openapi.json` returns it. */
export const openApiDocument = (): ReturnType<typeof buildDocument> => buildDocument(endpoints);
