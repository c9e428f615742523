/**
 * One way in which a text was wrapped into another, undone while reading. All but `entities` are string literals,
 * which end at their quote.
 * - `double-quoted`, `single-quoted`: a string with backslash escapes;
 * - `entities`: HTML entities for quotes, `&`, `<` and `>`;
 * - `csv-cell`: quotes are doubled.
 */
export type Layer = "double-quoted" | "single-quoted" | "entities" | "csv-cell";

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

/** The character at the raw offset `at`, which must be where a unit starts. Never throws. */
export function unitAt(source: LayeredText, at: number): Unit {
  return unitUnder(source, at, source.layers.length);
}

/** Reads on from `at` until the text or an enclosing string ends, at most `maxLength` raw characters. */
export function decodeFrom(source: LayeredText, at: number, maxLength = Number.MAX_SAFE_INTEGER): string {
  const stop = Math.min(source.end, at + maxLength);
  if (source.layers.length === 0) return source.text.slice(at, stop);
  let decoded = "";
  let next = at;
  while (next < stop) {
    const unit = unitAt(source, next);
    if (unit === NOTHING) break;
    decoded += String.fromCharCode(codeOf(unit));
    next += lengthOf(unit);
  }
  return decoded;
}

/** The same text with one more layer to undo. */
export function withLayer(source: LayeredText, layer: Layer): LayeredText {
  return { text: source.text, end: source.end, layers: [...source.layers, layer] };
}

const BACKSLASH = 0x5c;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;

function unitUnder(source: LayeredText, at: number, depth: number): Unit {
  if (depth === 0) return at < source.end ? pack(source.text.charCodeAt(at), 1) : NOTHING;
  const unit = unitUnder(source, at, depth - 1);
  const code = codeOf(unit);
  switch (source.layers[depth - 1]) {
    case "double-quoted":
      return undoBackslash(source, at, depth - 1, unit, code, DOUBLE_QUOTE);
    case "single-quoted":
      return undoBackslash(source, at, depth - 1, unit, code, SINGLE_QUOTE);
    case "csv-cell":
      return code === DOUBLE_QUOTE ? undouble(source, at, depth - 1, unit) : unit;
    default:
      return code === AMPERSAND ? undoEntity(source, at, depth - 1, unit) : unit;
  }
}

function undoBackslash(
  source: LayeredText,
  at: number,
  depth: number,
  unit: Unit,
  code: number,
  quote: number,
): Unit {
  if (code === quote) return NOTHING;
  if (code !== BACKSLASH) return unit;
  const length = lengthOf(unit);
  const escaped = unitUnder(source, at + length, depth);
  const both = length + lengthOf(escaped);
  switch (codeOf(escaped)) {
    case DOUBLE_QUOTE:
    case SINGLE_QUOTE:
    case BACKSLASH:
    case 0x2f: // /
      return pack(codeOf(escaped), both);
    case 0x62: // b
      return pack(0x08, both);
    case 0x66: // f
      return pack(0x0c, both);
    case 0x6e: // n
      return pack(0x0a, both);
    case 0x72: // r
      return pack(0x0d, both);
    case 0x74: // t
      return pack(0x09, both);
    case 0x75: // u
      return hexUnit(source, at, both, depth, 4) ?? unit;
    case 0x78: // x
      return hexUnit(source, at, both, depth, 2) ?? unit;
    default:
      // An escape that no language has: a raw backslash, as in a class name copied from a rendered page.
      return unit;
  }
}

function hexUnit(
  source: LayeredText,
  at: number,
  length: number,
  depth: number,
  digits: number,
): Unit | undefined {
  let code = 0;
  let taken = length;
  for (let i = 0; i < digits; i++) {
    const unit = unitUnder(source, at + taken, depth);
    const digit = hexDigit(codeOf(unit));
    if (digit < 0) return undefined;
    code = code * 16 + digit;
    taken += lengthOf(unit);
  }
  return pack(code, taken);
}

function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

function undouble(source: LayeredText, at: number, depth: number, unit: Unit): Unit {
  const second = unitUnder(source, at + lengthOf(unit), depth);
  if (codeOf(second) !== DOUBLE_QUOTE) return NOTHING;
  return pack(DOUBLE_QUOTE, lengthOf(unit) + lengthOf(second));
}

/** Entities that stand for characters of structure; all others belong to the message and are decoded with it. */
const ENTITIES: ReadonlyMap<string, number> = new Map([
  ["quot", DOUBLE_QUOTE],
  ["#34", DOUBLE_QUOTE],
  ["#034", DOUBLE_QUOTE],
  ["#x22", DOUBLE_QUOTE],
  ["apos", SINGLE_QUOTE],
  ["#39", SINGLE_QUOTE],
  ["#039", SINGLE_QUOTE],
  ["#x27", SINGLE_QUOTE],
  ["amp", AMPERSAND],
  ["lt", 0x3c],
  ["gt", 0x3e],
]);
const LONGEST_ENTITY = 4;

function undoEntity(source: LayeredText, at: number, depth: number, unit: Unit): Unit {
  let taken = lengthOf(unit);
  let name = "";
  while (name.length <= LONGEST_ENTITY) {
    const next = unitUnder(source, at + taken, depth);
    if (next === NOTHING) return unit;
    taken += lengthOf(next);
    if (codeOf(next) === SEMICOLON) {
      const code = ENTITIES.get(name.toLowerCase());
      return code === undefined ? unit : pack(code, taken);
    }
    name += String.fromCharCode(codeOf(next));
  }
  return unit;
}

function pack(code: number, length: number): Unit {
  return (length << 16) | code;
}
