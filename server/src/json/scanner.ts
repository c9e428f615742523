import { rewriteNumber } from "./number.ts";
import type { Source } from "./source.ts";
import type { Token, TokenKind } from "./token.ts";

/**
 * The token at or after the offset, white space skipped. Strings end at their line's end at the latest. Pure, so
 * that a reader may scan one stretch again under another assumption.
 */
export function scanToken(source: Source, from: number): Token {
  const { text, end } = source;
  let start = from;
  while (start < end && isJsonSpace(text.charCodeAt(start))) start += 1;
  if (start >= end) return { kind: "end", start: end, end };
  const char = text.charAt(start);
  const two = text.slice(start, start + 2);
  if (char === "{") return scanBrace(source, start);
  if ("}[]():,".includes(char)) return { kind: char as TokenKind, start, end: start + 1 };
  if (text.startsWith("```", start) || text.startsWith("~~~", start))
    return { kind: "fence", start, end: lineBreakAfter(source, start) };
  if (CLOSING_QUOTES.has(char) || two === '\\"') return scanString(source, start);
  if (char === "#" || two === "//" || (two === "--" && !isDigit(text.charAt(start + 2))))
    return { kind: "comment", start, end: lineBreakAfter(source, start) };
  if (two === "/*" || text.startsWith("<!--", start)) return scanBlockComment(source, start);
  if (isForeignSpace(text.charCodeAt(start))) return scanForeignSpace(source, start);
  return scanOperator(source, start) ?? scanWord(source, start);
}

/** The next token that is neither a comment nor foreign white space. */
export function scanSignificant(source: Source, from: number): Token {
  let token = scanToken(source, from);
  while (token.kind === "comment" || token.kind === "space") token = scanToken(source, token.end);
  return token;
}

export function isJsonSpace(char: number): boolean {
  return char === 0x20 || char === 0x0a || char === 0x0d || char === 0x09;
}

function lineBreakAfter({ text, end }: Source, from: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) !== 0x0a && text.charCodeAt(at) !== 0x0d) at += 1;
  return at;
}

function scanBrace(source: Source, start: number): Token {
  if (source.placeholders.has(start)) return scanWord(source, start);
  const unclosed = source.knowsPlaceholders
    ? UNCLOSED_PLACEHOLDER.exec(source.text.slice(start, start + 80))
    : null;
  if (unclosed && start + unclosed[0].length <= source.end) {
    return { kind: "placeholder", start, end: start + unclosed[0].length, open: true };
  }
  return { kind: "{", start, end: start + 1 };
}

/** Not `{{name:`, which is doubled braces around an unquoted key. */
const UNCLOSED_PLACEHOLDER = /^\{\{[$A-Za-z_][\w.$-]*(?![\w.$-]|\s*[:=])\}?/;

/** The characters that close a string, by the character that opens it. */
const CLOSING_QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ["`", "`"],
  ["“", '”“"'],
  ["”", '”“"'],
  ["„", '“”"'],
  ["‘", "’‘'"],
  ["’", "’‘'"],
  ["«", "»"],
]);

function scanString(source: Source, start: number): Token {
  const { text } = source;
  const escaped = text.charAt(start) === "\\";
  const closing = escaped ? '"' : (CLOSING_QUOTES.get(text.charAt(start)) ?? '"');
  const close = findClosingQuote(source, start + (escaped ? 2 : 1), closing, { escaped });
  if (close >= 0) return { kind: "string", start, end: close + 1 };
  return { kind: "string", start, end: lineBreakAfter(source, start), open: true };
}

/** Offset of the first closing quote on the line, or -1. Placeholders and their quotes are passed over. */
export function findClosingQuote(
  source: Source,
  from: number,
  closing: string,
  { escaped = false, limit = source.end } = {},
): number {
  const { text, placeholders } = source;
  const end = Math.min(limit, source.end);
  let at = from;
  while (at < end) {
    const char = text.charAt(at);
    if (char === "\n" || char === "\r") return -1;
    if (char === "\\") {
      if (escaped && text.charAt(at + 1) === '"') return at + 1;
      at += text.charAt(at + 1) === "\n" || text.charAt(at + 1) === "\r" ? 1 : 2;
    } else if (closing.includes(char) && !escaped && !isApostrophe(text, at)) {
      return at;
    } else {
      at = (char === "{" ? placeholders.get(at) : undefined) ?? at + 1;
    }
  }
  return -1;
}

function isApostrophe(text: string, at: number): boolean {
  return (
    "'’".includes(text.charAt(at)) && LETTER.test(text.charAt(at - 1)) && LETTER.test(text.charAt(at + 1))
  );
}

const LETTER = /\p{L}/u;

function scanBlockComment({ text, end }: Source, start: number): Token {
  const closing = text.charAt(start) === "<" ? "-->" : "*/";
  const close = text.indexOf(closing, start + 2);
  const after = close + closing.length;
  return { kind: "comment", start, end: close < 0 || after > end ? end : after };
}

function isDigit(char: string): boolean {
  return char >= "0" && char <= "9";
}

function isForeignSpace(char: number): boolean {
  if (char < 0x20) return !isJsonSpace(char);
  if (char < 0x7f) return false;
  return FOREIGN_SPACE.test(String.fromCharCode(char));
}

const FOREIGN_SPACE = /[\x7f-\xa0\xad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/;

function scanForeignSpace({ text, end }: Source, start: number): Token {
  let at = start + 1;
  while (at < end && isForeignSpace(text.charCodeAt(at))) at += 1;
  return { kind: "space", start, end: at };
}

function scanOperator({ text, end }: Source, start: number): Token | undefined {
  const rest = text.slice(start, Math.min(start + 4, end));
  const elision = /^(?:…|\.{3})(?![\w$])/.exec(rest);
  if (elision) return { kind: "elision", start, end: start + elision[0].length };
  const operator = /^(?:=>|[=;，；：]|[+.](?=[\s"'`]))/.exec(rest);
  return operator ? { kind: "operator", start, end: start + operator[0].length } : undefined;
}

function scanWord(source: Source, start: number): Token {
  const { text, end, placeholders } = source;
  let at = start;
  let holdsPlaceholder = false;
  let isUrl = false;
  while (at < end) {
    const placeholderEnd = text.charAt(at) === "{" ? placeholders.get(at) : undefined;
    if (placeholderEnd !== undefined) {
      holdsPlaceholder = true;
      at = placeholderEnd;
    } else if (text.startsWith("://", at) && at > start) {
      isUrl = true;
      at += 3;
    } else if (endsWord(text, at, isUrl) && at > start) break;
    else at += 1;
  }
  if (holdsPlaceholder) return { kind: "placeholder", start, end: at };
  const word = text.slice(start, at);
  return { kind: rewriteNumber(word) === undefined ? "word" : "number", start, end: at };
}

function endsWord(text: string, at: number, isUrl: boolean): boolean {
  const char = text.charAt(at);
  if (isJsonSpace(text.charCodeAt(at)) || '{}[],"`“”«'.includes(char)) return true;
  if (isUrl) return false;
  if (char === "'" || char === "’") return !isApostrophe(text, at);
  if (char === "/") return text.charAt(at + 1) === "/" || text.charAt(at + 1) === "*";
  return ":();=‘，；：".includes(char) || isForeignSpace(text.charCodeAt(at));
}
