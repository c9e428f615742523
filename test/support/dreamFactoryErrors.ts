import type { Random } from "./random.ts";

/** An error as DreamFactory's PHP throws it, before anything is written down. */
export interface ThrownError {
  readonly exception: string;
  readonly code: number | string;
  readonly status: number;
  /** Without entities. */
  readonly message: string;
  /** What `context` holds; `undefined` where the envelope has none. */
  readonly context?: unknown;
}

const WORDS = ["contact", "order_item", "Kunden", "people", "städte", "日本", "a b", "x.y", "tbl_1", "log"];

/** One of the errors that servers answer most, with random names in it. */
export function throwError(random: Random): ThrownError {
  const word = random.pick(WORDS);
  const id = random.below(100_000);
  return random.pick(ERRORS)(word, id);
}

const ERRORS: readonly ((word: string, id: number) => ThrownError)[] = [
  (word) => plain("NotFoundException", 404, `Table "${word}" does not exist in the database.`),
  (_, id) => plain("NotFoundException", 404, `Record with identifier '${id}' not found.`),
  (word) => plain("NotFoundException", 404, `Could not find a service for ${word}`),
  (word) => plain("NotFoundException", 404, `Resource '${word}' not found for service 'db'.`),
  (word) => plain("BadRequestException", 400, `Field '${word}' can not be NULL.`),
  (word) =>
    plain("BadRequestException", 400, `Invalid or unparsable field in filter request: '${word}>5 AND <b>'`),
  () =>
    plain(
      "BadRequestException",
      400,
      `No record(s) detected in request. Please make sure record(s) are wrapped in a 'resource' tag. Example: {"resource":[{"record":1},{"record":2}]}`,
    ),
  () => plain("UnauthorizedException", 401, "Invalid credentials supplied."),
  (word) =>
    plain(
      "ForbiddenException",
      403,
      `Access Forbidden. GET access to component '_table/${word}' of service 'db' is not allowed by this user's role.`,
    ),
  () =>
    plain("ConflictResourceException", 409, "The Device Token is already registered for you application."),
  () => ({
    ...plain("TooManyRequestsException", 429, "API limit(s) exceeded. "),
    context: [{ id: 1, name: "lim" }],
  }),
  (word) =>
    plain(
      "InternalServerErrorException",
      500,
      `Failed to retrieve records from '${word}'.\nSQLSTATE[42S22]: Column not found: 1054 Unknown column 'a' in 'field list'`,
    ),
  (word) =>
    plain(
      "NotImplementedException",
      501,
      `Creating related record of relation type "${word}" is not supported.`,
    ),
  () => plain("ServiceUnavailableException", 503, "All scripting is disabled for this instance."),
  (word, id) => ({
    exception: "BatchException",
    code: 1000,
    status: 400,
    message: "Batch Error: Not all requested records could be created.",
    context: {
      error: [1],
      resource: [
        { id },
        {
          code: "23000",
          message: `SQLSTATE[23000]: Integrity constraint violation: 1062 Duplicate entry '${word}' for key 'name'`,
        },
      ],
    },
  }),
];

function plain(exception: string, code: number, message: string): ThrownError {
  return { exception, code, status: code, message, context: null };
}

/** The envelope as the value that a client has after parsing it: the message carries PHP's entities. */
export function envelopeOf({ code, context, message, status }: ThrownError): {
  readonly error: Record<string, unknown>;
} {
  return { error: { code, context, message: htmlEntities(message), status_code: status } };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '"': "&quot;",
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  ä: "&auml;",
};

function htmlEntities(text: string): string {
  return text.replace(/["<>&ä]/g, (character) => ENTITIES[character] ?? character);
}

/** As PHP's `json_encode` writes it: no spaces, everything beyond ASCII escaped. */
export function phpJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
