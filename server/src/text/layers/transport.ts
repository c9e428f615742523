import {
  codeOf,
  hexDigit,
  type LayeredText,
  lengthen,
  lengthOf,
  NOTHING,
  packUnit,
  type ReadUnit,
  type Unit,
} from "./layer.ts";

const PERCENT = 0x25;
const PLUS = 0x2b;
const EQUALS = 0x3d;
const ESCAPE = 0x1b;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** What no URL has, or what ends the value of a parameter. */
export const URL_ENDS = ' \t\r\n"&<>\\^`{|}#';
const URL_END_CODES: ReadonlySet<number> = new Set(Array.from(URL_ENDS, (end) => end.charCodeAt(0)));

/** Undoes URL encoding, also the `+` that stands for a blank; the text ends with the URL. */
export function undoPercent(
  read: ReadUnit,
  source: LayeredText,
  at: number,
  depth: number,
  unit: Unit,
): Unit {
  const code = codeOf(unit);
  if (code === PLUS) return packUnit(0x20, lengthOf(unit));
  if (URL_END_CODES.has(code)) return NOTHING;
  return code === PERCENT ? readBytes(read, source, at, depth, PERCENT) : unit;
}

/** Undoes quoted-printable, with the line breaks that it puts into long lines. */
export function undoQuotedPrintable(
  read: ReadUnit,
  source: LayeredText,
  at: number,
  depth: number,
  unit: Unit,
): Unit {
  let next = at;
  let found = unit;
  while (codeOf(found) === EQUALS) {
    const behind = next + lengthOf(found);
    const soft = softBreak(read, source, behind, depth);
    if (soft === 0) return lengthen(readBytes(read, source, next, depth, EQUALS), next - at);
    next = behind + soft;
    found = read(source, next, depth);
  }
  return lengthen(found, next - at);
}

/** How long the line break is that stands at `at`; 0 for none. */
function softBreak(read: ReadUnit, source: LayeredText, at: number, depth: number): number {
  const first = read(source, at, depth);
  if (codeOf(first) === LINE_FEED) return lengthOf(first);
  if (codeOf(first) !== CARRIAGE_RETURN) return 0;
  const second = read(source, at + lengthOf(first), depth);
  return codeOf(second) === LINE_FEED ? lengthOf(first) + lengthOf(second) : 0;
}

/** One character of UTF-8, each byte of which is a mark and two digits; the mark itself where it is none. */
function readBytes(read: ReadUnit, source: LayeredText, at: number, depth: number, mark: number): Unit {
  const first = readByte(read, source, at, depth, mark);
  if (first === NOTHING) return read(source, at, depth);
  const lead = codeOf(first);
  const more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0 ? 1 : 0;
  let point = more === 0 ? lead : lead & (0x3f >> more);
  let taken = lengthOf(first);
  for (let i = 0; i < more; i++) {
    const next = readByte(read, source, at + taken, depth, mark);
    if (next === NOTHING) return packUnit(REPLACEMENT, taken);
    point = (point << 6) | (codeOf(next) & 0x3f);
    taken += lengthOf(next);
  }
  return packUnit(point > 0xffff ? REPLACEMENT : point, taken);
}

/** A unit has room for one UTF-16 code only. */
const REPLACEMENT = 0xfffd;

function readByte(read: ReadUnit, source: LayeredText, at: number, depth: number, mark: number): Unit {
  const start = read(source, at, depth);
  if (codeOf(start) !== mark) return NOTHING;
  let taken = lengthOf(start);
  let byte = 0;
  for (let i = 0; i < 2; i++) {
    const unit = read(source, at + taken, depth);
    const digit = hexDigit(codeOf(unit));
    if (digit < 0) return NOTHING;
    byte = byte * 16 + digit;
    taken += lengthOf(unit);
  }
  return packUnit(byte, taken);
}

const LONGEST_SEQUENCE = 24;

/** Leaves out the sequences with which a terminal changes its color. */
export function skipColors(read: ReadUnit, source: LayeredText, at: number, depth: number, unit: Unit): Unit {
  let next = at;
  let found = unit;
  while (codeOf(found) === ESCAPE) {
    const end = sequenceEnd(read, source, next + lengthOf(found), depth);
    if (end === undefined) break;
    next = end;
    found = read(source, next, depth);
  }
  return lengthen(found, next - at);
}

/** Behind the letter that ends `[0;32m`; `undefined` where no such sequence starts. */
function sequenceEnd(read: ReadUnit, source: LayeredText, start: number, depth: number): number | undefined {
  const opener = read(source, start, depth);
  if (codeOf(opener) !== 0x5b) return undefined;
  let at = start + lengthOf(opener);
  for (let i = 0; i < LONGEST_SEQUENCE; i++) {
    const unit = read(source, at, depth);
    const code = codeOf(unit);
    if (unit === NOTHING) return undefined;
    at += lengthOf(unit);
    if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) return at;
    if ((code < 0x30 || code > 0x39) && code !== 0x3b) return undefined;
  }
  return undefined;
}
