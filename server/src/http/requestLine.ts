import { placeholderAt } from "../text/placeholder.ts";
import type { Span } from "../text/span.ts";
import { sliceSpan } from "../text/span.ts";
import { skipBlanks, startsWithin, trimSpan } from "./line.ts";

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

/** True for protocols that send messages of their own; httpYac, JetBrains and Kulala alone speak them. */
export function sendsMessages(method: string): boolean {
  return ["GRPC", "WEBSOCKET", "WS", "WSS", "SSE", "MQTT", "AMQP"].includes(method);
}

const LONGEST_METHOD = 16;
const LONGEST_HOST = 255;
const LONGEST_VERSION = 30;

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

/** The span without the ` HTTP/1.1` at its end; JetBrains also has `HTTP/2 (Prior Knowledge)`. */
export function withoutVersion(text: string, span: Span): Span {
  const end = text.slice(Math.max(span.start, span.end - LONGEST_VERSION), span.end);
  const tail = /[ \t]HTTP\/\d(?:\.\d)?(?:[ \t]\(Prior Knowledge\))?$/i.exec(end);
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
