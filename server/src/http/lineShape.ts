import { placeholderAt } from "../text/placeholder.ts";
import type { Located, Span } from "../text/span.ts";
import { located, skipBlanks, startsWithin, trimSpan } from "./line.ts";
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

/** The `x` of a `# @name x` or `// @name = x` line; some clients allow several words. */
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
  const name = trimSpan(text, { start: at, end: line.end });
  return name.start < name.end ? located(text, name) : undefined;
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

function tokenEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && IS_TOKEN[text.charCodeAt(at)] === true) at += 1;
  return at;
}
