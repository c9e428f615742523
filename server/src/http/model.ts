import type { Fault } from "../text/fault.ts";
import type { Located, Span } from "../text/span.ts";

/** A `.http` document: the stretches between `###` lines, in text order. They cover the whole text without gaps. */
export interface HttpDocument {
  readonly blocks: readonly HttpBlock[];
}

/** One stretch that starts at a `###` line (or at the start of the text) and ends before the next one. */
export interface HttpBlock {
  readonly span: Span;
  /**
   * The block as it was first read, when edits in front of it have moved it since: equal but for the offsets, and the
   * same object after every move. Results found for `block.origin ?? block` hold for the block once they are shifted
   * by the distance of the two starts. A moved block makes its other members when they are asked for; copy it by
   * name, not by spreading.
   */
  readonly origin?: HttpBlock;
  /** The words after `###`. */
  readonly title?: Located<string>;
  /** Usually one; more when `###` was forgotten between two requests. */
  readonly requests: readonly HttpRequest[];
  /** Response texts kept in the document, each after the request it answers. */
  readonly responses: readonly HttpResponse[];
  /** `@name = value` lines, wherever they stand in the block. */
  readonly variables: readonly HttpVariable[];
  /** `< file`, `> file`, `>> file` and `<> file` lines. */
  readonly fileReferences: readonly HttpFileReference[];
  /** `{{ … }}` and `{% … %}` code of the client: nothing inside is sent. */
  readonly scripts: readonly Span[];
  /** Mistakes in the structure, in text order: a missing blank line, headers after it, an unclosed `{{`. */
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
  readonly target: HttpTarget;
  readonly headers: readonly HttpHeader[];
  /** The Content-Type that the client sends when no header names one: cURL sends data as a form. */
  readonly defaultContentType?: string;
  readonly body?: HttpBody;
}

export interface HttpTarget extends Located<string> {
  /** What each line contributes to `value`; one piece unless the URL is continued on further lines. */
  readonly pieces: readonly Located<string>[];
}

/** A variable of the file, such as `@host = https://example.com`. */
export interface HttpVariable {
  readonly span: Span;
  readonly name: Located<string>;
  readonly value: Located<string>;
}

/**
 * `body`: the file is sent. `script`: the client runs it. `output`: the client writes the answer there.
 * `response`: an earlier answer is kept there.
 */
export type HttpFileUse = "body" | "script" | "output" | "response";

export interface HttpFileReference {
  readonly span: Span;
  /** As written, relative to the document. */
  readonly path: Located<string>;
  readonly use: HttpFileUse;
  /** The request that the line belongs to; none for a script in front of the first request. */
  readonly request?: HttpRequest;
}

export interface HttpHeader {
  readonly span: Span;
  /** As written; with an empty span where a cURL option implies it. */
  readonly name: Located<string>;
  /** Without surrounding blanks; continuation lines are joined by one space. */
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
  /** True in a cURL argument between `"`: a quotation mark that is inserted there needs a backslash. */
  readonly inDoubleQuotes?: boolean;
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
