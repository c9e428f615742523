import type { LayeredText } from "../text/escapes.ts";
import { codeOf, decodeFrom, lengthOf, NOTHING, unitAt, withLayer } from "../text/escapes.ts";
import { AFTER_COMMA } from "./readBareText.ts";
import type { TextValue } from "./value.ts";

/** True for straight and typographic quotes and the backtick. */
export function isQuote(code: number): boolean {
  return CLOSING_QUOTES.has(code);
}

/**
 * Reads the string whose opening quote stands at `at`, and where reading goes on. Quotes inside that nobody escaped
 * and line breaks are part of it when it ends properly later; otherwise it is cut off with `closed: false`, at
 * `literalQuote` where a source-code literal ended first.
 */
export function readString(
  source: LayeredText,
  at: number,
  literalQuote: number | undefined,
): { readonly value: TextValue; readonly end: number } {
  const opening = unitAt(source, at);
  const start = at + lengthOf(opening);
  const bounds = findEnd(source, start, codeOf(opening), literalQuote);
  const text = decodeString(source, start, bounds.innerEnd, codeOf(opening));
  const value: TextValue = {
    kind: "text",
    text,
    span: { start: at, end: bounds.end },
    inner: { start, end: bounds.innerEnd },
    quoted: true,
    closed: bounds.closed,
  };
  return { value, end: bounds.end };
}

interface Bounds {
  readonly innerEnd: number;
  readonly end: number;
  readonly closed: boolean;
}

/** Opening quotes to all that may close them. */
const CLOSING_QUOTES: ReadonlyMap<number, readonly number[]> = new Map([
  [0x22, [0x22]],
  [0x27, [0x27]],
  [0x60, [0x60]],
  [0x201c, [0x201d, 0x201c]],
  [0x201d, [0x201d, 0x201c]],
  [0x2018, [0x2019, 0x2018]],
  [0x2019, [0x2019, 0x2018]],
]);
/** How far a quote that nobody escaped may stand from the one that really closes the string. */
const MAX_STRAY = 1024;
/** How far the closing quote may stand from a line break inside the string. */
const MAX_LINES = 4096;

function findEnd(
  source: LayeredText,
  start: number,
  quote: number,
  literalQuote: number | undefined,
): Bounds {
  const closing = CLOSING_QUOTES.get(quote) ?? [quote];
  let firstStray: Bounds | undefined;
  let literalEnd: number | undefined;
  let linesUntil = 0;
  let at = start;
  for (;;) {
    const unit = unitAt(source, at);
    const code = codeOf(unit);
    const after = at + lengthOf(unit);
    if (unit === NOTHING) return firstStray ?? cutAt(literalEnd ?? at);
    if (code === BACKSLASH) {
      at = after + lengthOf(unitAt(source, after));
      continue;
    }
    if (closing.includes(code)) {
      const bounds = { innerEnd: at, end: after, closed: true };
      if (closesValue(source, after)) return bounds;
      firstStray ??= bounds;
    } else if (code === literalQuote && /^[\s,;).]/.test(decodeFrom(source, after, 1))) {
      literalEnd ??= at;
    } else if (code === LINE_FEED && at >= linesUntil) {
      const end = literalEnd === undefined ? closingBehind(source, after, closing) : undefined;
      if (end === undefined) return firstStray ?? cutAt(literalEnd ?? at);
      linesUntil = end;
    }
    if (firstStray !== undefined && at > firstStray.end + MAX_STRAY) return firstStray;
    at = after;
  }
}

function cutAt(at: number): Bounds {
  return { innerEnd: at, end: at, closed: false };
}

/** Where the first closing quote stands, when it ends a value; `undefined` when it seems to open another string. */
function closingBehind(source: LayeredText, start: number, closing: readonly number[]): number | undefined {
  let at = start;
  while (at < start + MAX_LINES) {
    const unit = unitAt(source, at);
    if (unit === NOTHING) return undefined;
    const after = at + lengthOf(unit);
    if (closing.includes(codeOf(unit))) return closesValue(source, after) ? at : undefined;
    at = codeOf(unit) === BACKSLASH ? after + lengthOf(unitAt(source, after)) : after;
  }
  return undefined;
}

/** What follows a closing quote: an operator, a bracket, the end of the line, or a comma between values. */
function closesValue(source: LayeredText, after: number): boolean {
  const ahead = decodeFrom(source, after, 64);
  const ink = /^[ \t]*/.exec(ahead)?.[0].length ?? 0;
  const next = ahead[ink];
  if (next === undefined || "}])]:=;\r\n".includes(next)) return true;
  return next === "," && AFTER_COMMA.test(ahead.slice(ink + 1));
}

/** Undoes the string's own escapes; backslashes stay where any of them could not be an escape. */
function decodeString(source: LayeredText, start: number, end: number, quote: number): string {
  const inner = withLayer({ ...source, end }, quote === 0x27 ? "single-quoted" : "double-quoted");
  let text = "";
  let run = start;
  let at = start;
  const plain = source.layers.length === 0;
  while (at < end) {
    const outer = unitAt(source, at);
    const code = codeOf(outer);
    if (code !== BACKSLASH) {
      if (!plain) text += String.fromCharCode(code);
      at += lengthOf(outer) || 1;
      continue;
    }
    if (plain) text += source.text.slice(run, at);
    const unit = unitAt(inner, at);
    if (codeOf(unit) === BACKSLASH && lengthOf(unit) === lengthOf(outer)) {
      return rawText(source, start, end);
    }
    text += String.fromCharCode(codeOf(unit));
    at += lengthOf(unit) || 1;
    run = at;
  }
  return plain ? text + source.text.slice(run, end) : text;
}

/** The text with backslashes as they are, but for escaped quotes: it was copied after somebody had undone its escapes. */
function rawText(source: LayeredText, start: number, end: number): string {
  return decodeFrom({ ...source, end }, start).replace(/\\(["'])/g, "$1");
}

const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;
