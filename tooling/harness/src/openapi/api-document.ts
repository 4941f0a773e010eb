import { readFileSync } from 'node:fs';
import { isJsonObject } from '@crossvault/core';
import { parse } from 'yaml';

type JsonObject = Readonly<Record<string, unknown>>;

const methods = ['get', 'put', 'post', 'delete', 'patch', 'head'];

/** One operation of a vendor's OpenAPI document. */
export interface ApiOperation {
  readonly id: string;
  /** Method and path of a request, in capitals the one and without query the other. */
  matches(method: string, path: string): boolean;
  /** How many parts of the path are parameters: of two operations that match, the one with fewer is meant. */
  readonly parameters: number;
  /** Answers by status: `200`, `4XX`, `default`. */
  readonly responses: ReadonlyMap<string, ApiResponse>;
}

export interface ApiResponse {
  /** Schemas by media type; null where the answer has no body. */
  readonly content: ReadonlyMap<string, JsonObject> | null;
  /** Headers that every such answer has. */
  readonly requiredHeaders: readonly string[];
}

export interface ApiDocument {
  readonly operations: readonly ApiOperation[];
  /** Where the references of the schemas lead. */
  readonly components: JsonObject;
}

export interface ReadDocumentOptions {
  readonly file: string | URL;
  readonly ignoreCase: boolean;
}

/** Reads an OpenAPI document, as far as answers are described there. */
export function readApiDocument({ file, ignoreCase }: ReadDocumentOptions): ApiDocument {
  const root = objectOf(parse(readFileSync(file, 'utf8')));
  const resolve = (value: unknown): JsonObject => {
    const found = objectOf(value);
    const reference = found['$ref'];
    if (typeof reference !== 'string') return found;
    const steps = reference.replace(/^#\//, '').split('/');
    return resolve(
      steps.reduce<unknown>((at, step) => objectOf(at)[step.replaceAll('~1', '/').replaceAll('~0', '~')], root),
    );
  };

  function readResponse(value: unknown): ApiResponse {
    const { content, headers } = resolve(value);
    const media = Object.entries(objectOf(content)).map(([type, each]): [string, JsonObject] => [
      type,
      objectOf(objectOf(each)['schema']),
    ]);
    const required = Object.entries(objectOf(headers)).filter(([, header]) => resolve(header)['required'] === true);
    return {
      content: content === undefined ? null : new Map(media),
      requiredHeaders: required.map(([name]) => name),
    };
  }

  const operations = Object.entries(objectOf(root['paths'])).flatMap(([path, value]) => {
    const item = resolve(value);
    return methods
      .filter((method) => method in item)
      .map((method): ApiOperation => {
        const operation = objectOf(item[method]);
        const servers = operation['servers'] ?? item['servers'] ?? root['servers'];
        const pattern = toPattern(path, listOf(servers), ignoreCase);
        return {
          id: String(operation['operationId']),
          matches: (asked, at) => asked === method.toUpperCase() && pattern.test(at),
          parameters: path.split('{').length - 1,
          responses: new Map(
            Object.entries(objectOf(operation['responses'])).map(([status, each]) => [status, readResponse(each)]),
          ),
        };
      });
  });
  return { operations, components: objectOf(root['components']) };
}

const objectOf = (value: unknown): JsonObject => (isJsonObject(value) ? value : {});
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The path behind the path of any of its servers. */
function toPattern(path: string, servers: readonly unknown[], ignoreCase: boolean): RegExp {
  const prefixes = servers.map((server) =>
    String(objectOf(server)['url'])
      .replace(/^[a-z]+:\/\/[^/]*/i, '')
      .replace(/\/$/, ''),
  );
  const prefix = [...new Set([...prefixes, ''])].map(escapeTemplate).join('|');
  return new RegExp(`^(?:${prefix})${escapeTemplate(path)}$`, ignoreCase ? 'i' : '');
}

const escapeTemplate = (template: string): string =>
  template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]*\}/g, '[^/]+');
