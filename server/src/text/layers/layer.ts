/**
 * One way in which a text was wrapped into another, undone while reading. All but the markup of a page and the ways
 * of transport are string literals, which end at their quote.
 * - `double-quoted`, `single-quoted`, `backticked`: a string with backslash escapes;
 * - `backslashes`: the same escapes without quotes around, as in Apache's error log;
 * - `csv-cell`, `sql-string`: double and single quotes are doubled;
 * - `entities`: HTML, with entities for quotes, `&`, `<` and `>`, and tags between the words;
 * - `percent`: URL encoding, up to the end of the parameter; `quoted-printable`: that of e-mail;
 * - `colors`: the escape sequences of a terminal between the words;
 * - a {@link Seam}: something else between the lines.
 */
export type Layer =
  | "double-quoted"
  | "single-quoted"
  | "backticked"
  | "backslashes"
  | "csv-cell"
  | "sql-string"
  | "entities"
  | "percent"
  | "quoted-printable"
  | "colors"
  | Seam;

/** What a program put between two lines, such as the name of a container at the start of each. Always the outermost layer. */
export interface Seam {
  /** Sticky; what is not of the text. It never matches nothing. */
  readonly pattern: RegExp;
  /** The code that the pattern begins with, so that it need not be tried everywhere. */
  readonly first: number;
  /** The code that the seam stands for; 0 for none, where the program broke a line that was none. */
  readonly standsFor: number;
}

/**
 * A text together with the layers to undo, outermost first. Every place in it is an offset of the raw `text`, so that
 * whatever is read carries its true place and nothing is copied.
 */
export interface LayeredText {
  readonly text: string;
  /** Nothing at or behind this raw offset is read. */
  readonly end: number;
  readonly layers: readonly Layer[];
}

/**
 * One character read through the layers: its UTF-16 code and how many raw characters stand for it, packed into one
 * number so that reading allocates nothing. `NOTHING` at the end.
 */
export type Unit = number;

/** The unit at the end of the text, or where the quote of an enclosing string closes it. */
export const NOTHING: Unit = 0;

/** The UTF-16 code of a unit. */
export function codeOf(unit: Unit): number {
  return unit & 0xffff;
}

/** How many raw characters a unit takes; 0 for {@link NOTHING} only. */
export function lengthOf(unit: Unit): number {
  return unit >>> 16;
}

/** The longest run of raw characters that a unit can stand for. */
const MAX_LENGTH = 0xffff;

/** A unit of a code and the number of raw characters that stand for it. */
export function packUnit(code: number, length: number): Unit {
  return (Math.min(length, MAX_LENGTH) << 16) | code;
}

/** Reads the unit at `at` under the first `depth` layers of a source. */
export type ReadUnit = (source: LayeredText, at: number, depth: number) => Unit;

/** The same character with more raw ones before it; nothing stays nothing. */
export function lengthen(unit: Unit, by: number): Unit {
  return unit === NOTHING ? NOTHING : packUnit(codeOf(unit), lengthOf(unit) + by);
}

/** What a digit of base 16 counts; -1 for any other code. */
export function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
