import type { Edit } from "../text/edit.ts";
import type { Fault } from "../text/fault.ts";
import type { Span } from "../text/span.ts";
import { badEscape, controlCharacter, loneSurrogate, rawLineBreak } from "./faults/characters.ts";
import { insertText, removeText, replaceText } from "./faults/make.ts";
import { straighten, wrongQuotes } from "./faults/quotes.ts";
import type { Source } from "./source.ts";

/**
 * What is wrong with a string whose ends are settled: its quotes, and the characters and escapes inside. Faults of one
 * kind in one string are one mistake. `hasClosing` is false when the closing quote is missing.
 */
export function findStringFlaws(source: Source, string: Span, hasClosing = true): Fault[] {
  const { text, placeholders } = source;
  const quote = text.charAt(string.start);
  const width = quote === "\\" ? 2 : 1;
  const content = { start: string.start + width, end: hasClosing ? string.end - width : string.end };
  const isStraight = quote === '"' && (!hasClosing || text.charAt(content.end) === '"');
  const flaws = scanContent(source, content, isStraight || quote === "\\");
  const found = [
    isStraight
      ? undefined
      : wrongQuotes(text, string, !hasClosing, straighten(text, string, hasClosing, placeholders)),
    rawLineBreak(flaws.breaks),
    controlCharacter(text, flaws.controls),
    badEscape(text, flaws.doubled),
    badEscape(text, flaws.escapes),
    loneSurrogate(text, flaws.surrogates),
  ];
  return found.filter((fault) => fault !== undefined);
}

interface ContentFlaws {
  readonly breaks: Edit[];
  readonly controls: Edit[];
  /** Backslashes that are text. */
  readonly doubled: Edit[];
  /** Escapes of other languages. */
  readonly escapes: Edit[];
  readonly surrogates: Edit[];
}

const WINDOWS_PATH = /^(?:[A-Za-z]:|\\)\\/;

function scanContent(source: Source, { start, end }: Span, mindsQuotes: boolean): ContentFlaws {
  const { text, placeholders } = source;
  const flaws: ContentFlaws = { breaks: [], controls: [], doubled: [], escapes: [], surrogates: [] };
  const pathEscapes: Edit[] = [];
  for (let at = start; at < end; ) {
    const char = text.charCodeAt(at);
    if (char === 0x5c) {
      at = scanEscape(source, at, end, mindsQuotes, flaws, pathEscapes);
    } else if (char === 0x0a || char === 0x0d) {
      const width = text.startsWith("\r\n", at) ? 2 : 1;
      flaws.breaks.push(replaceText({ start: at, end: at + width }, "\\n"));
      at += width;
    } else if (char < 0x20) {
      flaws.controls.push(replaceText({ start: at, end: at + 1 }, escapeOf(char)));
      at += 1;
    } else if (char >= 0xd800 && char <= 0xdfff) {
      const paired = isPair(char, text.charCodeAt(at + 1));
      if (!paired) flaws.surrogates.push(replaceText({ start: at, end: at + 1 }, "\ufffd"));
      at += paired ? 2 : 1;
    } else {
      at = (char === 0x7b ? placeholders.get(at) : undefined) ?? at + 1;
    }
  }
  const head = text.slice(start, start + 3);
  if (flaws.doubled.length === 0 || !WINDOWS_PATH.test(head)) return flaws;
  const share = isShare(head) ? [insertText(start, "\\\\")] : [];
  return { ...flaws, doubled: [...flaws.doubled, ...share, ...pathEscapes] };
}

/** `\\\\server`, whose two backslashes JSON takes for one. */
function isShare(path: string): boolean {
  return path.startsWith("\\\\") && path.charAt(2) !== "\\";
}

/** Doubles the single backslashes of a Windows path before the one at its end; nothing when the string is no path. */
export function pathBackslashes({ text }: Source, { start, end }: Span): Edit[] {
  const path = text.slice(start + 1, end - 2);
  if (!WINDOWS_PATH.test(path)) return [];
  return [...path.matchAll(/\\{1,2}/g)]
    .filter(({ 0: found, index }) => found.length === 1 || (index === 0 && isShare(path)))
    .map(({ 0: found, index }) => insertText(start + 1 + index, found));
}

/** Files the escape under what is wrong with it and answers with the offset after it. */
function scanEscape(
  { text, knowsPlaceholders }: Source,
  at: number,
  end: number,
  mindsQuotes: boolean,
  flaws: ContentFlaws,
  pathEscapes: Edit[],
): number {
  const letter = at + 1 < end ? text.charAt(at + 1) : "";
  const span = { start: at, end: at + 2 };
  if (letter === "u") return scanUnicodeEscape(text, at, end, flaws);
  if (letter !== "" && '"\\/bfnrt'.includes(letter)) {
    if ("bfnrt".includes(letter)) pathEscapes.push(replaceText(span, `\\\\${letter}`));
    return at + 2;
  }
  if (knowsPlaceholders && (letter === "{" || letter === "}")) return at + 2;
  if (letter === "\n" || letter === "\r") {
    const width = text.startsWith("\r\n", at + 1) ? 3 : 2;
    flaws.breaks.push(removeText(at, at + width));
    return at + width;
  }
  if (letter === "'" || letter === "`") {
    if (mindsQuotes) flaws.escapes.push(replaceText(span, letter));
    return at + 2;
  }
  const hex = letter === "x" ? /^[\da-fA-F]{2}/.exec(text.slice(at + 2, Math.min(at + 4, end))) : null;
  if (hex) flaws.escapes.push(replaceText({ start: at, end: at + 4 }, `\\u00${hex[0]}`));
  else if (letter === "0") flaws.escapes.push(replaceText(span, "\\u0000"));
  else if (letter === "v") flaws.escapes.push(replaceText(span, "\\u000b"));
  else if (letter < " ") flaws.doubled.push(replaceText({ start: at, end: at + 1 }, "\\\\"));
  else flaws.doubled.push(replaceText(span, `\\\\${letter}`));
  return at + (hex ? 4 : letter < " " ? 1 : 2);
}

function scanUnicodeEscape(text: string, at: number, end: number, flaws: ContentFlaws): number {
  const unit = unitAt(text, at, end);
  if (unit === undefined) {
    flaws.doubled.push(replaceText({ start: at, end: at + 2 }, "\\\\u"));
    return at + 2;
  }
  if (unit < 0xd800 || unit > 0xdfff) return at + 6;
  if (isPair(unit, unitAt(text, at + 6, end))) return at + 12;
  flaws.surrogates.push(replaceText({ start: at, end: at + 6 }, "\\ufffd"));
  return at + 6;
}

function unitAt(text: string, at: number, end: number): number | undefined {
  const found = /^\\u([\da-fA-F]{4})/.exec(text.slice(at, Math.min(at + 6, end)));
  return found ? Number.parseInt(found[1] ?? "", 16) : undefined;
}

function isPair(high: number, low: number | undefined): boolean {
  return high >= 0xd800 && high < 0xdc00 && low !== undefined && low >= 0xdc00 && low <= 0xdfff;
}

function escapeOf(char: number): string {
  const short = new Map([
    [0x08, "\\b"],
    [0x09, "\\t"],
    [0x0c, "\\f"],
  ]).get(char);
  return short ?? `\\u${char.toString(16).padStart(4, "0")}`;
}
