import type { LayeredText } from "../../text/layers/layer.ts";
import type { Span } from "../../text/span.ts";
import { type UnwrappedText, unwrapFrom } from "../../text/unwrap.ts";

/** A place in a text that is being read, and the text with its layers undone. */
export interface Cursor {
  readonly source: UnwrappedText;
  /** An index of the unwrapped text. */
  at: number;
}

/** How far behind the cursor {@link see} looks. */
export const LOOK_AHEAD = 96;

/** A cursor at the raw offset `at`. */
export function cursorAt(source: LayeredText, at: number): Cursor {
  const { unwrapped, index } = unwrapFrom(source, at);
  return { source: unwrapped, at: index };
}

/** The code at an index, or 0 at the end of the text. */
export function codeAt(source: UnwrappedText, index: number): number {
  while (index >= source.end) if (!source.grow()) return 0;
  return source.text.charCodeAt(index) || REPLACEMENT;
}

/** The code at the cursor, or 0 at the end. */
export function peek(cursor: Cursor): number {
  return codeAt(cursor.source, cursor.at);
}

/** So many characters from the cursor on, or fewer where the text ends. */
export function ahead({ source, at }: Cursor, length: number): string {
  while (at + length > source.end) if (!source.grow()) break;
  return source.text.slice(at, Math.min(source.end, at + length));
}

/** What a sticky expression matches at an index, seeing at least a hundred characters of the text where it has them. */
export function matchAt(source: UnwrappedText, index: number, sticky: RegExp): RegExpExecArray | undefined {
  while (index + LOOK_AHEAD > source.end) if (!source.grow()) break;
  if (index >= source.end) return undefined;
  sticky.lastIndex = index;
  const found = sticky.exec(source.text);
  return found === null || index + found[0].length > source.end ? undefined : found;
}

/** The raw text between two indexes. */
export function rawSpan({ source }: Cursor, start: number, end: number): Span {
  return { start: source.rawAt(start), end: source.rawAt(end) };
}

/** White space, line breaks, and what chats and word processors put in their place. */
export function isBlank(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return code >= 0xa0 && (code === 0xa0 || ODD_BLANKS.has(code));
}

/** Blanks of other widths, also of none. */
const ODD_BLANKS: ReadonlySet<number> = new Set([
  0x2002, 0x2003, 0x2009, 0x200b, 0x200c, 0x200d, 0x2028, 0x202f, 0x2060, 0x3000, 0xfeff,
]);

/** Moves the cursor to the next character that is not white space; the text ends where another line of a log begins. */
export function skipBlank(cursor: Cursor): void {
  for (let code = peek(cursor); isBlank(code); code = peek(cursor)) {
    if (code === LINE_FEED && startsLogLine(cursor)) {
      cursor.source.stopAt(cursor.at);
      return;
    }
    cursor.at += 1;
  }
}

const LINE_FEED = 0x0a;
const OPEN_BRACKET = 0x5b;
/** The time stamps or the address that lines of logs begin with. */
const LOG_LINE =
  /\n(?:\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:|\[\d\d-\w{3}-\d{4} \d|\[\w{3} \w{3} [ \d]\d \d\d:|\d{1,3}(?:\.\d{1,3}){3} - )/y;

function startsLogLine({ source, at }: Cursor): boolean {
  const next = codeAt(source, at + 1);
  if (next !== OPEN_BRACKET && (next < 0x30 || next > 0x39)) return false;
  return matchAt(source, at, LOG_LINE) !== undefined;
}

/** True for the three closing brackets. */
export function isCloser(code: number): boolean {
  return code === 0x7d || code === 0x5d || code === 0x29;
}

/** Stands for NUL, so that 0 is free to mean the end. */
const REPLACEMENT = 0xfffd;
