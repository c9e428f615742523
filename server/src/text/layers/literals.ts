import {
  codeOf,
  hexDigit,
  type LayeredText,
  lengthOf,
  NOTHING,
  packUnit,
  type ReadUnit,
  type Unit,
} from "./layer.ts";

const BACKSLASH = 0x5c;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const BACKTICK = 0x60;

/** Undoes the backslash escapes of a string between `quote`s; `unit` is what stands at `at` under the layer. */
export function undoBackslash(
  read: ReadUnit,
  source: LayeredText,
  at: number,
  depth: number,
  unit: Unit,
  quote: number,
): Unit {
  const code = codeOf(unit);
  if (code === quote) return NOTHING;
  if (code !== BACKSLASH) return unit;
  const length = lengthOf(unit);
  const escaped = read(source, at + length, depth);
  const both = length + lengthOf(escaped);
  switch (codeOf(escaped)) {
    case DOUBLE_QUOTE:
    case SINGLE_QUOTE:
    case BACKTICK:
    case BACKSLASH:
    case 0x2f: // /
      return packUnit(codeOf(escaped), both);
    case 0x62: // b
      return packUnit(0x08, both);
    case 0x66: // f
      return packUnit(0x0c, both);
    case 0x6e: // n
      return packUnit(0x0a, both);
    case 0x72: // r
      return packUnit(0x0d, both);
    case 0x74: // t
      return packUnit(0x09, both);
    case 0x75: // u
      return readHex(read, source, at, both, depth, 4) ?? unit;
    case 0x78: // x
      return readHex(read, source, at, both, depth, 2) ?? unit;
    default:
      // An escape that no language has: a raw backslash, as in a class name copied from a rendered page.
      return unit;
  }
}

function readHex(
  read: ReadUnit,
  source: LayeredText,
  at: number,
  length: number,
  depth: number,
  digits: number,
): Unit | undefined {
  let code = 0;
  let taken = length;
  for (let i = 0; i < digits; i++) {
    const unit = read(source, at + taken, depth);
    const digit = hexDigit(codeOf(unit));
    if (digit < 0) return undefined;
    code = code * 16 + digit;
    taken += lengthOf(unit);
  }
  return packUnit(code, taken);
}

/** Undoes the doubling of the quotes that a cell or a string of SQL stands in. */
export function undouble(
  read: ReadUnit,
  source: LayeredText,
  at: number,
  depth: number,
  unit: Unit,
  quote: number,
): Unit {
  if (codeOf(unit) !== quote) return unit;
  const second = read(source, at + lengthOf(unit), depth);
  if (codeOf(second) !== quote) return NOTHING;
  return packUnit(quote, lengthOf(unit) + lengthOf(second));
}
