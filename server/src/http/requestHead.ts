import type { Located, Span } from "../text/span.ts";
import { type BlockSource, blockCommentEnd, scriptEnd } from "./blockSource.ts";
import { handlerFileOf, inputFileOf } from "./fileLine.ts";
import { isBlankLine, type Line, skipBlanks, trimSpan } from "./line.ts";
import {
  bareHeaderOf,
  headerOf,
  isComment,
  isUnmistakableRequest,
  located,
  nameOf,
  type RequestLine,
  startsWithin,
  statusLineOf,
  variableOf,
  withoutVersion,
} from "./lineShape.ts";
import type { HttpHeader, HttpTarget, HttpVariable } from "./model.ts";
import { isPlainHeader } from "./plainHeader.ts";
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

/** Reads request line, continuation lines and headers; `at` is the index of the request line. */
export function readRequestHead(source: BlockSource, at: number, requestLine: RequestLine): RequestHead {
  const { text, lines } = source;
  const comments: SentComment[] = [];
  const withoutComment = (line: Line | undefined, value: Located<string>, url: boolean): Located<string> => {
    const comment = line && findSentComment(text, line, value.span, url);
    if (comment === undefined) return value;
    comments.push(comment);
    return located(text, { start: value.span.start, end: comment.removed.start });
  };
  const pieces = [withoutComment(lines[at], located(text, requestLine.target), true)];
  const headers: HttpHeader[] = [];
  const variables: HttpVariable[] = [];
  let name: Located<string> | undefined;
  let endedBy: RequestHead["endedBy"] = "other";
  let end = requestLine.target.end;
  let next = at + 1;

  for (; next < lines.length; next += 1) {
    const line = lines[next];
    if (line === undefined) break;
    if (isBlankLine(text, line)) {
      endedBy = "blank-line";
      next += 1;
      break;
    }
    if (isComment(text, line)) {
      name ??= nameOf(text, line);
      continue;
    }
    const commentEnd = blockCommentEnd(source, next);
    if (commentEnd !== undefined) {
      next = commentEnd - 1;
      continue;
    }
    const variable = variableOf(text, line);
    if (variable !== undefined) {
      variables.push(variable);
      continue;
    }
    if (isDefaultHeaders(text, line)) continue;
    if (endsHead(source, next)) break;
    const ink = trimSpan(text, line);
    if (headers.length === 0 && continuesTarget(text, line)) {
      pieces.push(located(text, withoutVersion(text, ink)));
      end = ink.end;
      continue;
    }
    const header = headerOf(text, line);
    if (header !== undefined) {
      const plain = isPlainHeader(header.name.value);
      headers.push(plain ? { ...header, value: withoutComment(line, header.value, false) } : header);
      end = header.span.end;
      continue;
    }
    const previous = headers.at(-1);
    if (previous !== undefined && continuesHeader(text, line)) {
      headers[headers.length - 1] = continued(previous, located(text, ink));
      end = ink.end;
      continue;
    }
    const bare = bareHeaderOf(text, line);
    if (bare !== undefined && continuesHead(source, next + 1)) {
      headers.push(bare);
      end = bare.span.end;
      continue;
    }
    endedBy = "body";
    break;
  }

  return {
    start: requestLine.method.start,
    end,
    name,
    method: methodOf(text, requestLine.method),
    target: joinPieces(pieces),
    headers,
    variables,
    comments,
    next,
    endedBy,
  };
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

/** True when the line opens JSON, XML or a file body, which no header does. */
export function startsBody(text: string, line: Line): boolean {
  const ink = skipBlanks(text, line);
  const first = text.charAt(ink);
  if (first === "{") return text[ink + 1] !== "{";
  return first === "[" || first === '"' || first === "<" || inputFileOf(text, line) !== undefined;
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

function continued(header: HttpHeader, more: Located<string>): HttpHeader {
  const value = `${header.value.value} ${more.value}`.trim();
  return {
    span: { start: header.span.start, end: more.span.end },
    name: header.name,
    value: { value, span: { start: header.value.span.start, end: more.span.end } },
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
