import { placeholderAt } from "../text/placeholder.ts";
import type { Located, Span } from "../text/span.ts";
import { sliceSpan } from "../text/span.ts";
import { isBlankLine, type Line, lineFrom, skipBlanks, trimSpan } from "./line.ts";
import type { HttpHeader, HttpVariable } from "./model.ts";

/** Characters of a field name (RFC 9110, `token`), by char code. */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]$/;
const IS_TOKEN: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  TOKEN.test(String.fromCharCode(code)),
);

/** True for a line whose first visible characters are `#` or `//`, as every client removes it. */
export function isComment(text: string, line: Span): boolean {
  const ink = skipBlanks(text, line);
  return text[ink] === "#" ? ink < line.end : startsWithin(text, "//", ink, line.end);
}

/**
 * True when the line separates two requests: `###` in the first column, or indented when a request line, a comment
 * or the end of the text follows, so that a deep heading inside a body stays where it is.
 */
export function isSeparator(text: string, line: Line, textEnd: number): boolean {
  const ink = skipBlanks(text, line);
  if (!startsWithin(text, "###", ink, line.end)) return false;
  return ink === line.start || opensRequest(text, line.next, textEnd);
}

function opensRequest(text: string, from: number, textEnd: number): boolean {
  for (let start = from; start < textEnd; ) {
    const line = lineFrom(text, start, textEnd);
    if (!isBlankLine(text, line)) return isComment(text, line) || startsRequest(text, line);
    start = line.next;
  }
  return true;
}

/** The `x` of a `# @name x` or `// @name = x` line. */
export function nameOf(text: string, line: Span): Located<string> | undefined {
  if (!isComment(text, line)) return undefined;
  let at = skipBlanks(text, line);
  while (text[at] === "#" || text[at] === "/") at += 1;
  at = skipBlanks(text, { start: at, end: line.end });
  if (!startsWithin(text, "@name", at, line.end)) return undefined;
  const afterWord = at + "@name".length;
  at = skipBlanks(text, { start: afterWord, end: line.end });
  if (text[at] === "=") at = skipBlanks(text, { start: at + 1, end: line.end });
  if (at === afterWord) return undefined;
  let end = at;
  while (end < line.end && !" \t".includes(text.charAt(end))) end += 1;
  return end > at ? located(text, { start: at, end }) : undefined;
}

/** The variable that an `@name = value` (or httpYac's `@name := value`) line defines. */
export function variableOf(text: string, line: Span): HttpVariable | undefined {
  const ink = skipBlanks(text, line);
  if (text[ink] !== "@") return undefined;
  let end = ink + 1;
  while (end < line.end && !" \t=:".includes(text.charAt(end))) end += 1;
  let at = skipBlanks(text, { start: end, end: line.end });
  if (text[at] === ":") at += 1;
  if (end === ink + 1 || text[at] !== "=" || at >= line.end) return undefined;
  return {
    span: trimSpan(text, line),
    name: located(text, { start: ink + 1, end }),
    value: located(text, trimSpan(text, { start: at + 1, end: line.end })),
  };
}

/** The header on this line: a token or a placeholder, then a colon. Comments match too, so ask for them first. */
export function headerOf(text: string, line: Span): HttpHeader | undefined {
  const start = skipBlanks(text, line);
  const end = placeholderAt(text, start, line.end)?.end ?? tokenEnd(text, start, line.end);
  const colon = skipBlanks(text, { start: end, end: line.end });
  if (end === start || colon >= line.end || text[colon] !== ":") return undefined;
  if (startsWithin(text, "://", colon, line.end)) return undefined;
  const value = trimSpan(text, { start: colon + 1, end: line.end });
  return {
    span: trimSpan(text, line),
    name: located(text, { start, end }),
    value: located(text, value),
  };
}

/** The header that a line without a colon becomes: a lone token with an empty value. */
export function bareHeaderOf(text: string, line: Span): HttpHeader | undefined {
  const span = trimSpan(text, line);
  const end = placeholderAt(text, span.start, span.end)?.end ?? tokenEnd(text, span.start, span.end);
  if (end === span.start || end !== span.end) return undefined;
  return { span, name: located(text, span), value: { value: "", span: { start: end, end } } };
}

export interface StatusLine {
  readonly span: Span;
  readonly status: Located<number>;
  /** True when the line carries the `< ` of a `curl -v` transcript, as its headers then do too. */
  readonly prefixed: boolean;
}

/** `HTTP/1.1 400 Bad Request`, also as `curl -v` prints it. */
export function statusLineOf(text: string, line: Span): StatusLine | undefined {
  let ink = skipBlanks(text, line);
  const prefixed = startsWithin(text, "< ", ink, line.end);
  if (prefixed) ink += 2;
  if (!startsWithin(text, "HTTP/", ink, line.end)) return undefined;
  const words = /^HTTP\/\d(?:\.\d)?[ \t]{1,8}([1-5]\d\d)(?!\w)/.exec(
    text.slice(ink, Math.min(line.end, ink + 24)),
  );
  if (words?.[1] === undefined) return undefined;
  const end = ink + words[0].length;
  return {
    span: { start: ink, end: trimSpan(text, line).end },
    status: { value: Number(words[1]), span: { start: end - words[1].length, end } },
    prefixed,
  };
}

/** True when the line has a known method or a URL where a request would have it. */
export function startsRequest(text: string, line: Span): boolean {
  return requestLineOf(text, line) !== undefined || isCurl(text, line);
}

/** True for the first line of a `curl …` command. */
export function isCurl(text: string, line: Span): boolean {
  const ink = skipBlanks(text, line);
  const after = text.charAt(ink + 4);
  return startsWithin(text, "curl", ink, line.end) && (after === " " || after === "\t");
}

export interface RequestLine {
  /** Empty at the start of the target when no method is written. */
  readonly method: Span;
  /** Everything behind the method, without the HTTP version. */
  readonly target: Span;
}

/** Splits a request line: a known method in any case, an upper-case word before a URL, or a bare URL. */
export function requestLineOf(text: string, line: Span): RequestLine | undefined {
  const { start, end } = trimSpan(text, line);
  const wordEnd = lettersEnd(text, start, end);
  const rest = skipBlanks(text, { start: wordEnd, end });
  if (wordEnd > start && rest > wordEnd && rest < end) {
    const word = text.slice(start, wordEnd);
    const known =
      METHODS.has(word.toUpperCase()) || (word === word.toUpperCase() && startsUrl(text, rest, end));
    if (known) return { method: { start, end: wordEnd }, target: withoutVersion(text, { start: rest, end }) };
  }
  if (!startsUrl(text, start, end) && !startsHost(text, start, end)) return undefined;
  return { method: { start, end: start }, target: withoutVersion(text, { start, end }) };
}

/**
 * True when the line can only be meant as a request: an upper-case method in the first column and a URL. Prose such
 * as `GET it done` is not.
 */
export function isUnmistakableRequest(text: string, line: Span): boolean {
  const wordEnd = lettersEnd(text, line.start, line.end);
  if (wordEnd === line.start || !METHODS.has(text.slice(line.start, wordEnd))) return false;
  const rest = skipBlanks(text, { start: wordEnd, end: line.end });
  return rest > wordEnd && startsUrl(text, rest, line.end);
}

/** Methods of HTTP and WebDAV, and the words that clients of other protocols put in their place. */
const METHODS: ReadonlySet<string> = new Set(
  (
    "GET POST PUT PATCH DELETE HEAD OPTIONS CONNECT TRACE LOCK UNLOCK PROPFIND PROPPATCH COPY MOVE MKCOL MKCALENDAR " +
    "ACL SEARCH CHECKOUT REPORT MERGE M-SEARCH NOTIFY SUBSCRIBE UNSUBSCRIBE PURGE LINK UNLINK LIST GRAPHQL " +
    "WEBSOCKET GRPC WS WSS SSE MQTT AMQP"
  ).split(" "),
);

const LONGEST_METHOD = 16;
const LONGEST_HOST = 255;

/** True where a URL starts: a scheme, a path or a placeholder. */
function startsUrl(text: string, at: number, end: number): boolean {
  return (
    startsWithin(text, "/", at, end) ||
    startsWithin(text, "http://", at, end) ||
    startsWithin(text, "https://", at, end) ||
    (placeholderAt(text, at, end) !== undefined && !isExpression(text, at, end))
  );
}

/** A one-line script such as `{{token = login()}}` is not a URL. */
function isExpression(text: string, at: number, end: number): boolean {
  const placeholder = placeholderAt(text, at, end);
  return placeholder?.end === end && /[=(;]/.test(sliceSpan(text, placeholder));
}

/** `localhost:8080/api` or `example.com/api`: a host and a path in one word. */
function startsHost(text: string, start: number, end: number): boolean {
  const [host, path] = text.slice(start, Math.min(end, start + LONGEST_HOST)).split("/", 2);
  if (host === undefined || path === undefined) return false;
  const isHost = /^[A-Za-z0-9][A-Za-z0-9.-]*(?::\d{1,5})?$/.test(host) && /^localhost|[.:]/.test(host);
  return isHost && !/[ \t]/.test(text.slice(start, end));
}

/** The span without the ` HTTP/1.1` at its end. */
export function withoutVersion(text: string, span: Span): Span {
  const tail = /[ \t]HTTP\/\d(?:\.\d)?$/i.exec(text.slice(Math.max(span.start, span.end - 9), span.end));
  if (tail === null) return span;
  return trimSpan(text, { start: span.start, end: span.end - tail[0].length });
}

/** Where the word at `start` ends; no method is longer than the words looked at. */
function lettersEnd(text: string, start: number, end: number): number {
  const limit = Math.min(end, start + LONGEST_METHOD + 1);
  let at = start;
  while (at < limit && /[A-Za-z-]/.test(text.charAt(at))) at += 1;
  return at;
}

function tokenEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && IS_TOKEN[text.charCodeAt(at)] === true) at += 1;
  return at;
}

/** True when `word` stands at `at` and ends before `end`. */
export function startsWithin(text: string, word: string, at: number, end: number): boolean {
  return at + word.length <= end && text.startsWith(word, at);
}

/** The text of a span together with the span. */
export function located(text: string, span: Span): Located<string> {
  return { value: sliceSpan(text, span), span };
}
