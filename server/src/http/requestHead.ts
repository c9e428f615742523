import type { Located, Span } from "../text/span.ts";
import { type BlockSource, blockCommentEnd, scriptEnd } from "./blockSource.ts";
import { handlerFileOf } from "./fileLine.ts";
import { isBlankLine, type Line, located, skipBlanks, startsWithin, trimSpan } from "./line.ts";
import { bareHeaderOf, headerOf, isComment, nameOf, statusLineOf, variableOf } from "./lineShape.ts";
import type { HttpHeader, HttpTarget, HttpVariable } from "./model.ts";
import { isPlainHeader } from "./plainHeader.ts";
import { isUnmistakableRequest, type RequestLine, withoutVersion } from "./requestLine.ts";
import { findSentComment, type SentComment } from "./sentComment.ts";

/** A request up to its body. */
export interface RequestHead {
  readonly start: number;
  readonly end: number;
  readonly name: Located<string> | undefined;
  readonly method: Located<string>;
  readonly target: HttpTarget;
  readonly headers: readonly HttpHeader[];
  readonly variables: readonly HttpVariable[];
  /** Left out of target and headers, as the user does not mean them to be sent. */
  readonly comments: readonly SentComment[];
  /** The first line behind the head, and behind the blank line if there is one. */
  readonly next: number;
  /** What made the head end: only after the first two can a body follow. */
  readonly endedBy: "blank-line" | "body" | "other";
}

/** What has been read of a head so far. */
interface Draft {
  readonly pieces: Located<string>[];
  readonly headers: { readonly header: HttpHeader; readonly continuations: Located<string>[] }[];
  readonly variables: HttpVariable[];
  readonly comments: SentComment[];
  name: Located<string> | undefined;
  /** Where the last `...name` line ends. */
  takenOverEnd: number;
}

/** Reads request line, continuation lines and headers; `at` is the index of the request line. */
export function readRequestHead(source: BlockSource, at: number, requestLine: RequestLine): RequestHead {
  const { text, lines } = source;
  const draft: Draft = {
    pieces: [],
    headers: [],
    variables: [],
    comments: [],
    name: undefined,
    takenOverEnd: 0,
  };
  const url = withoutComment(text, lines[at], located(text, requestLine.target), true, draft);
  draft.pieces.push(located(text, withoutVersion(text, url.span)));

  let endedBy: RequestHead["endedBy"] = "other";
  let next = at + 1;
  for (let line = lines[next]; line !== undefined; line = lines[next]) {
    if (isBlankLine(text, line)) {
      endedBy = "blank-line";
      next += 1;
      break;
    }
    const behind = readHeadLine(source, next, line, draft);
    if (behind === undefined) {
      endedBy = endsHead(source, next) ? "other" : "body";
      break;
    }
    next = behind;
  }

  const target = joinPieces(draft.pieces);
  const headers = draft.headers.map(({ header, continuations }) => continued(header, continuations));
  return {
    start: requestLine.method.start,
    end: Math.max(headers.at(-1)?.span.end ?? target.span.end, draft.takenOverEnd),
    name: draft.name,
    method: methodOf(text, requestLine.method),
    target,
    headers,
    variables: draft.variables,
    comments: draft.comments,
    next,
    endedBy,
  };
}

/** Reads one line into the draft and returns the line behind it; `undefined` when it is not part of a head. */
function readHeadLine(source: BlockSource, at: number, line: Line, draft: Draft): number | undefined {
  const { text } = source;
  if (isComment(text, line)) {
    draft.name ??= nameOf(text, line);
    return at + 1;
  }
  const commentEnd = blockCommentEnd(source, at);
  if (commentEnd !== undefined) return commentEnd;
  const variable = variableOf(text, line);
  if (variable !== undefined) {
    draft.variables.push(variable);
    return at + 1;
  }
  if (isDefaultHeaders(text, line)) {
    draft.takenOverEnd = trimSpan(text, line).end;
    return at + 1;
  }
  if (endsHead(source, at)) return undefined;
  if (draft.headers.length === 0 && continuesTarget(text, line)) {
    draft.pieces.push(located(text, withoutVersion(text, trimSpan(text, line))));
    return at + 1;
  }
  return readHeaderLine(source, at, line, draft);
}

function readHeaderLine(source: BlockSource, at: number, line: Line, draft: Draft): number | undefined {
  const { text } = source;
  const header = headerOf(text, line);
  if (header !== undefined) {
    const plain = isPlainHeader(header.name.value);
    const value = plain ? withoutComment(text, line, header.value, false, draft) : header.value;
    draft.headers.push({ header: { ...header, value }, continuations: [] });
    return at + 1;
  }
  const previous = draft.headers.at(-1);
  if (previous !== undefined && continuesHeader(text, line)) {
    previous.continuations.push(located(text, trimSpan(text, line)));
    return at + 1;
  }
  const bare = bareHeaderOf(text, line);
  if (bare === undefined || !continuesHead(source, at + 1)) return undefined;
  draft.headers.push({ header: bare, continuations: [] });
  return at + 1;
}

/** Takes a comment off the end of a value and notes it in the draft. */
function withoutComment(
  text: string,
  line: Line | undefined,
  value: Located<string>,
  url: boolean,
  draft: Draft,
): Located<string> {
  const comment = line && findSentComment(text, line, value.span, url);
  if (comment === undefined) return value;
  draft.comments.push(comment);
  return located(text, { start: value.span.start, end: comment.removed.start });
}

/** True for the lines that no head and no body holds: code, responses, handlers and the next request. */
export function endsHead(source: BlockSource, at: number): boolean {
  const { text, lines } = source;
  const line = lines[at];
  if (line === undefined) return true;
  if (statusLineOf(text, line) !== undefined || isUnmistakableRequest(text, line)) return true;
  if (scriptEnd(source, at) !== undefined) return true;
  return handlerFileOf(text, line) !== undefined;
}

/** httpYac's `...name` takes over the headers of a variable. */
function isDefaultHeaders(text: string, line: Line): boolean {
  return startsWithin(text, "...", skipBlanks(text, line), line.end);
}

function continuesTarget(text: string, line: Line): boolean {
  const ink = skipBlanks(text, line);
  const first = text.charAt(ink);
  if (first === "?" || first === "&") return true;
  return ink > line.start && !startsBody(text, line) && headerOf(text, line) === undefined;
}

function continuesHeader(text: string, line: Line): boolean {
  return skipBlanks(text, line) > line.start && !startsBody(text, line);
}

/** True when the line opens JSON, XML or a body from a file, which no header does. */
export function startsBody(text: string, line: Line): boolean {
  const ink = skipBlanks(text, line);
  const first = text.charAt(ink);
  if (first === "{") return text[ink + 1] !== "{";
  return first === "[" || first === '"' || first === "<";
}

/** A lone word is a header only when the head goes on behind it; otherwise it is a body of one word. */
function continuesHead({ text, lines }: BlockSource, at: number): boolean {
  const line = lines[at];
  return (
    line === undefined ||
    isBlankLine(text, line) ||
    isComment(text, line) ||
    headerOf(text, line) !== undefined
  );
}

function continued(header: HttpHeader, continuations: readonly Located<string>[]): HttpHeader {
  const end = continuations.at(-1)?.span.end;
  if (end === undefined) return header;
  const words = [header.value, ...continuations].map(({ value }) => value);
  return {
    span: { start: header.span.start, end },
    name: header.name,
    value: { value: words.join(" ").trim(), span: { start: header.value.span.start, end } },
  };
}

function methodOf(text: string, span: Span): Located<string> {
  return span.start === span.end
    ? { value: "GET", span }
    : { value: located(text, span).value.toUpperCase(), span };
}

function joinPieces(pieces: readonly Located<string>[]): HttpTarget {
  const start = pieces[0]?.span.start ?? 0;
  const end = pieces.at(-1)?.span.end ?? start;
  return { value: pieces.map((piece) => piece.value).join(""), span: { start, end }, pieces };
}
