import type { UnwrappedText } from "../../text/unwrap.ts";
import { type Cursor, codeAt, matchAt, rawSpan } from "./cursor.ts";
import { AFTER_COMMA } from "./readBareText.ts";
import { undoEscapes } from "./undoEscapes.ts";
import type { TextValue } from "./value.ts";

/** True for straight and typographic quotes and the backtick. */
export function isQuote(code: number): boolean {
  return code === 0x22 || code === 0x27 || code === 0x60 || (code >= 0x2018 && code <= 0x201d);
}

/**
 * Reads the string whose opening quote stands at the cursor, and moves behind it. Quotes inside that nobody escaped
 * and line breaks are part of it when it ends properly later; otherwise it is cut off with `closed: false`, at
 * `literalQuote` where a source-code literal ended first.
 */
export function readString(cursor: Cursor, literalQuote: number | undefined): TextValue {
  const { source, at } = cursor;
  const quote = codeAt(source, at);
  const { innerEnd, end, closed } = findEnd(source, at + 1, quote, literalQuote);
  cursor.at = end;
  return {
    kind: "text",
    text: withoutEscapes(source.text.slice(at + 1, innerEnd)),
    span: rawSpan(cursor, at, end),
    inner: rawSpan(cursor, at + 1, innerEnd),
    quoted: true,
    closed,
  };
}

interface Bounds {
  readonly innerEnd: number;
  readonly end: number;
  readonly closed: boolean;
}

/** How far a quote that nobody escaped may stand from the one that really closes the string. */
const MAX_STRAY = 1024;
/** How far the closing quote may stand from a line break inside the string. */
const MAX_LINES = 4096;

function findEnd(
  source: UnwrappedText,
  start: number,
  quote: number,
  literalQuote: number | undefined,
): Bounds {
  let firstStray: Bounds | undefined;
  let literalEnd: number | undefined;
  let linesUntil = 0;
  let at = start;
  for (;;) {
    const code = codeAt(source, at);
    if (code === 0) return firstStray ?? cutAt(literalEnd ?? Math.min(at, source.end));
    if (code === BACKSLASH) {
      at += codeAt(source, at + 1) === LINE_FEED ? 1 : 2;
      continue;
    }
    if (closes(code, quote)) {
      const bounds = { innerEnd: at, end: at + 1, closed: true };
      if (closesValue(source, at + 1)) return bounds;
      firstStray ??= bounds;
    } else if (code === literalQuote && matchAt(source, at + 1, LITERAL_END) !== undefined) {
      literalEnd ??= at;
    } else if (code === LINE_FEED && at >= linesUntil) {
      const end = literalEnd === undefined ? closingBehind(source, at + 1, quote) : undefined;
      if (end === undefined) return firstStray ?? cutAt(literalEnd ?? at);
      linesUntil = end;
    }
    if (firstStray !== undefined && at > firstStray.end + MAX_STRAY) return firstStray;
    at += 1;
  }
}

function cutAt(at: number): Bounds {
  return { innerEnd: at, end: at, closed: false };
}

/** Typographic quotes come in pairs, and not always the right way round. */
function closes(code: number, quote: number): boolean {
  if (code === quote) return true;
  if (quote === 0x201c || quote === 0x201d) return code === 0x201c || code === 0x201d;
  return (quote === 0x2018 || quote === 0x2019) && (code === 0x2018 || code === 0x2019);
}

/** Where the first closing quote stands, when it ends a value; `undefined` when it seems to open another string. */
function closingBehind(source: UnwrappedText, start: number, quote: number): number | undefined {
  for (let at = start; at < start + MAX_LINES; at++) {
    const code = codeAt(source, at);
    if (code === 0) return undefined;
    if (closes(code, quote)) return closesValue(source, at + 1) ? at : undefined;
    if (code === BACKSLASH) at += 1;
  }
  return undefined;
}

const LITERAL_END = /[\s,;).]/y;
const COMMA_BEHIND = new RegExp(`[ \\t]*,${AFTER_COMMA}`, "y");
const PLUS_BEHIND = /[ \t]*\+\s*["'`]/y;

/** What follows a closing quote: an operator, a bracket, the end of the line, or a comma between values. */
function closesValue(source: UnwrappedText, after: number): boolean {
  let at = after;
  let code = codeAt(source, at);
  while ((code === 0x20 || code === 0x09) && at < after + 64) code = codeAt(source, ++at);
  switch (code) {
    case 0:
    case 0x7d: // }
    case 0x5d: // ]
    case 0x29: // )
    case 0x3a: // :
    case 0x3d: // =
    case 0x3b: // ;
    case 0x0d:
    case 0x0a:
      return true;
    case 0x2c: // ,
      return matchAt(source, at, COMMA_BEHIND) !== undefined;
    case 0x2b: // +
      return matchAt(source, at, PLUS_BEHIND) !== undefined;
    default:
      return false;
  }
}

/** Undoes the string's own escapes; backslashes stay where any of them could not be an escape. */
function withoutEscapes(text: string): string {
  // Copied after somebody had undone its escapes: class names and paths have their backslashes raw.
  return undoEscapes(text) ?? text.replace(/\\(["'])/g, "$1");
}

const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;
