import { codeOf, type LayeredText, lengthOf, NOTHING, packUnit, type ReadUnit, type Unit } from "./layer.ts";

const AMPERSAND = 0x26;
const LESS = 0x3c;
const GREATER = 0x3e;
const SEMICOLON = 0x3b;

/** Entities that stand for characters of structure; all others belong to the message and are decoded with it. */
const ENTITIES: ReadonlyMap<string, number> = new Map([
  ["quot", 0x22],
  ["#34", 0x22],
  ["#034", 0x22],
  ["#x22", 0x22],
  ["apos", 0x27],
  ["#39", 0x27],
  ["#039", 0x27],
  ["#x27", 0x27],
  ["amp", AMPERSAND],
  ["lt", LESS],
  ["gt", GREATER],
  ["nbsp", 0x20],
  ["#160", 0x20],
]);
const LONGEST_ENTITY = 4;
const LONGEST_TAG = 120;

/** Undoes entities and leaves tags out, of which line breaks stand for themselves. */
export function undoMarkup(read: ReadUnit, source: LayeredText, at: number, depth: number, unit: Unit): Unit {
  const code = codeOf(unit);
  if (code === AMPERSAND) return undoEntity(read, source, at, depth, unit);
  return code === LESS ? skipTag(read, source, at, depth, unit) : unit;
}

function undoEntity(read: ReadUnit, source: LayeredText, at: number, depth: number, unit: Unit): Unit {
  let taken = lengthOf(unit);
  let name = "";
  while (name.length <= LONGEST_ENTITY) {
    const next = read(source, at + taken, depth);
    if (next === NOTHING) return unit;
    taken += lengthOf(next);
    if (codeOf(next) === SEMICOLON) {
      const code = ENTITIES.get(name.toLowerCase());
      return code === undefined ? unit : packUnit(code, taken);
    }
    name += String.fromCharCode(codeOf(next));
  }
  return unit;
}

/** A tag is as good as a blank: it stands between words and never in one. */
function skipTag(read: ReadUnit, source: LayeredText, at: number, depth: number, unit: Unit): Unit {
  let taken = lengthOf(unit);
  for (let length = 0; length < LONGEST_TAG; length++) {
    const next = read(source, at + taken, depth);
    const code = codeOf(next);
    if (length === 0 && !isTagStart(code)) return unit;
    if (next === NOTHING || code === LESS) return unit;
    taken += lengthOf(next);
    if (code === GREATER) return packUnit(0x20, taken);
  }
  return unit;
}

function isTagStart(code: number): boolean {
  return code === 0x2f || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
}
