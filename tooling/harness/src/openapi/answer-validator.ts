import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { type ApiDocument, type ApiOperation, type ApiResponse, readApiDocument } from './api-document.ts';

type Fetch = (request: Request) => Promise<Response>;

export interface AnswerValidatorOptions {
  /** The OpenAPI documents that describe the vendor; one answer has to agree with one of them. */
  readonly documents: readonly (string | URL)[];
  /** Whether paths are compared without case. @default false */
  readonly ignoreCase?: boolean;
}

/** Holds a vendor's answers against its documents. */
export interface AnswerValidator {
  /** The same fetch; every answer that comes through it is looked at. */
  watch(fetch: Fetch): Fetch;
  /** Where an answer differs from what is documented: request, status and what is wrong, once each. */
  readonly violations: ReadonlySet<string>;
  /** How many answers were looked at. */
  readonly answers: number;
  /** Operations that are documented and were never answered with success. */
  unexercised(): readonly string[];
}

/** Reads the documents; throws when one of them cannot be read. */
export function createAnswerValidator(options: AnswerValidatorOptions): AnswerValidator {
  const ignoreCase = options.ignoreCase ?? false;
  const checks = options.documents.map((file) => createChecks(readApiDocument({ file, ignoreCase })));
  const violations = new Set<string>();
  const succeeded = new Set<string>();
  let answers = 0;

  async function look(request: Request, response: Response): Promise<void> {
    answers += 1;
    const path = new URL(request.url).pathname;
    const title = `${request.method} ${path} ${response.status}`;
    const known = checks.flatMap(({ operations, check }) =>
      operations.filter(({ matches }) => matches(request.method, path)).map((operation) => ({ operation, check })),
    );
    const [meant] = known.toSorted((one, other) => one.operation.parameters - other.operation.parameters);
    if (meant === undefined) {
      violations.add(`${title}: no such operation`);
      return;
    }
    if (response.ok) succeeded.add(meant.operation.id);
    const problem = meant.check(meant.operation, response, await response.text());
    if (problem !== null) violations.add(`${title}: ${problem}`);
  }

  return {
    watch: (fetch) => async (request) => {
      const response = await fetch(request);
      await look(request, response.clone());
      return response;
    },
    violations,
    get answers() {
      return answers;
    },
    unexercised: () =>
      checks.flatMap(({ operations }) => operations.map(({ id }) => id)).filter((id) => !succeeded.has(id)),
  };
}

/** What one document makes of an answer: null when it agrees, else what is wrong. */
function createChecks({ operations, components }: ApiDocument) {
  const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: true });
  addFormats.default(ajv);
  const compiled = new Map<object, ValidateFunction>();
  const compile = (schema: Readonly<Record<string, unknown>>): ValidateFunction => {
    const validate = compiled.get(schema) ?? ajv.compile({ ...schema, components });
    compiled.set(schema, validate);
    return validate;
  };

  function checkBody({ content }: ApiResponse, type: string, text: string): string | null {
    if (content === null) return text === '' ? null : 'has a body where none is documented';
    const schema = content.get(type) ?? content.get('*/*');
    return schema === undefined
      ? `has the media type ${type === '' ? 'of nothing' : type}`
      : checkText(schema, type, text);
  }

  function checkText(schema: Readonly<Record<string, unknown>>, type: string, text: string): string | null {
    const body = readBody(type, text);
    if (body === unreadable) return 'is no JSON';
    const validate = compile(schema);
    if (validate(body)) return null;
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`).join('; ');
  }

  return {
    operations,
    check(operation: ApiOperation, response: Response, text: string): string | null {
      const described = responseFor(operation, response.status);
      if (described === undefined) return 'is not among the documented statuses';
      const lost = described.requiredHeaders.filter((name) => !response.headers.has(name));
      if (lost.length > 0) return `lacks the headers ${lost.join(', ')}`;
      return checkBody(described, mediaTypeOf(response), text);
    },
  };
}

const responseFor = ({ responses }: ApiOperation, status: number): ApiResponse | undefined =>
  responses.get(String(status)) ?? responses.get(`${Math.floor(status / 100)}XX`) ?? responses.get('default');

const mediaTypeOf = (response: Response): string =>
  (response.headers.get('content-type') ?? '').split(';', 1).join().trim().toLowerCase();

const unreadable = Symbol('no JSON');

function readBody(type: string, text: string): unknown {
  if (!/[/+]json$/.test(type)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return unreadable;
  }
}
