import {
  codeOf,
  type Layer,
  type LayeredText,
  lengthen,
  lengthOf,
  NOTHING,
  packUnit,
  type Seam,
  type Unit,
} from "./layers/layer.ts";
import { undoBackslash, undouble } from "./layers/literals.ts";
import { undoMarkup } from "./layers/markup.ts";
import { skipColors, undoPercent, undoQuotedPrintable } from "./layers/transport.ts";

/** The character at the raw offset `at`, which must be where a unit starts. Never throws. */
export function unitAt(source: LayeredText, at: number): Unit {
  return readUnit(source, at, source.layers.length);
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

const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const BACKTICK = 0x60;

function readUnit(source: LayeredText, at: number, depth: number): Unit {
  if (depth === 0) return at < source.end ? packUnit(source.text.charCodeAt(at), 1) : NOTHING;
  const below = depth - 1;
  const layer = source.layers[below];
  if (typeof layer === "object") return skipSeams(source, at, below, layer);
  const unit = readUnit(source, at, below);
  switch (layer) {
    case "double-quoted":
      return undoBackslash(readUnit, source, at, below, unit, DOUBLE_QUOTE);
    case "single-quoted":
      return undoBackslash(readUnit, source, at, below, unit, SINGLE_QUOTE);
    case "backticked":
      return undoBackslash(readUnit, source, at, below, unit, BACKTICK);
    case "backslashes":
      return undoBackslash(readUnit, source, at, below, unit, 0);
    case "csv-cell":
      return undouble(readUnit, source, at, below, unit, DOUBLE_QUOTE);
    case "sql-string":
      return undouble(readUnit, source, at, below, unit, SINGLE_QUOTE);
    case "percent":
      return undoPercent(readUnit, source, at, below, unit);
    case "quoted-printable":
      return undoQuotedPrintable(readUnit, source, at, below, unit);
    case "colors":
      return skipColors(readUnit, source, at, below, unit);
    default:
      return undoMarkup(readUnit, source, at, below, unit);
  }
}

/** What stands at `at`, or behind the seams that begin there. */
function skipSeams(source: LayeredText, at: number, depth: number, seam: Seam): Unit {
  let next = at;
  while (source.text.charCodeAt(next) === seam.first) {
    seam.pattern.lastIndex = next;
    const found = seam.pattern.exec(source.text)?.[0];
    if (found === undefined) break;
    next += found.length;
    if (seam.standsFor !== 0) return packUnit(seam.standsFor, next - at);
  }
  return lengthen(readUnit(source, next, depth), next - at);
}
