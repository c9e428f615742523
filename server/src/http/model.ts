import type { Fault } from "../text/fault.ts";
import type { Located, Span } from "../text/span.ts";

/** A `.http` document: the stretches between `###` lines, in text order. They cover the whole text without gaps. */
export interface HttpDocument {
  readonly blocks: readonly HttpBlock[];
}

/** One stretch that starts at a `###` line (or at the start of the text) and ends before the next one. */
export interface HttpBlock {
  readonly span: Span;
  /** The words after `###`. */
  readonly title?: Located<string>;
  /** Usually one; more when `###` was forgotten between two requests. */
  readonly requests: readonly HttpRequest[];
  /** Response texts kept in the document, each after the request it answers. */
  readonly responses: readonly HttpResponse[];
  /** Mistakes in the structure: a missing blank line, headers after it, an unclosed `{{`. */
  readonly faults: readonly Fault[];
}

export interface HttpRequest {
  /** From the request line to the end of the body. */
  readonly span: Span;
  /** From `# @name`. */
  readonly name?: Located<string>;
  /** Upper case; `GET` with an empty span when none is written. */
  readonly method: Located<string>;
  /** The URL as written, continuation lines joined; the span covers all its lines. */
  readonly target: Located<string>;
  readonly headers: readonly HttpHeader[];
  readonly body?: HttpBody;
}

export interface HttpHeader {
  readonly span: Span;
  readonly name: Located<string>;
  readonly value: Located<string>;
}

/** How the client will send the body, decided by its `Content-Type` or else by its first characters. */
export type HttpBodyKind =
  | "json"
  | "ndjson"
  | "form"
  | "multipart"
  | "graphql"
  | "xml"
  | "file"
  | "placeholder"
  | "text";

export interface HttpBody {
  readonly span: Span;
  readonly kind: HttpBodyKind;
  /** The stretches that are sent as JSON: the body itself, each line of NDJSON, each JSON part of multipart. */
  readonly json: readonly JsonPart[];
}

export interface JsonPart {
  readonly span: Span;
  /** Full-line comments and variable lines that the client removes before sending. */
  readonly masks: readonly Span[];
}

export interface HttpResponse {
  readonly span: Span;
  readonly statusLine: Span;
  readonly status: Located<number>;
  readonly headers: readonly HttpHeader[];
  /** Everything after the blank line, up to the end of the response. */
  readonly body?: Span;
  /** The request above it in the same block. */
  readonly request?: HttpRequest;
}
