import { characterAt, type SearchedText, standsAt } from "../text/multiSearch.ts";
import { ENVELOPE_NAMES } from "./facts.ts";
import { type Refuse, skipWhiteSpace } from "./refusals.ts";

/**
 * True where the `error` that ends at `behind` is the key of an object in JSON in which, behind nothing but plain values,
 * a member has a name that no version of DreamFactory knows there.
 */
export const hasForeignMember: Refuse = (source, _at, behind) => {
  if (characterAt(source, behind) !== DOUBLE_QUOTE) return false;
  let at = skipWhiteSpace(source, behind + 1);
  if (characterAt(source, at) !== COLON) return false;
  at = skipWhiteSpace(source, at + 1);
  if (characterAt(source, at) !== OPEN_BRACE) return false;
  const limit = behind + REACH;
  do {
    const name = skipWhiteSpace(source, at + 1);
    const nameEnd = stringEnd(source, name, limit);
    if (nameEnd === undefined) return false;
    at = skipWhiteSpace(source, nameEnd);
    if (characterAt(source, at) !== COLON) return false;
    if (!isEnvelopeName(source, name + 1, nameEnd - 1)) return isPlain(source, name, nameEnd);
    const value = skipWhiteSpace(source, at + 1);
    const valueEnd = stringEnd(source, value, limit) ?? wordEnd(source, value, limit);
    at = skipWhiteSpace(source, valueEnd);
  } while (characterAt(source, at) === COMMA);
  return false;
};

/** Longer errors are left to their reader. */
const REACH = 1024;
const NAMES = [...ENVELOPE_NAMES];

function isEnvelopeName(source: SearchedText, start: number, end: number): boolean {
  return NAMES.some((name) => name.length === end - start && standsAt(source, start, name));
}

/** True for a text without escapes. */
function isPlain(source: SearchedText, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (characterAt(source, at) === BACKSLASH) return false;
  return true;
}

/** Behind the string that starts at `start`; `undefined` where none does, or none that JSON allows. */
function stringEnd(source: SearchedText, start: number, limit: number): number | undefined {
  if (characterAt(source, start) !== DOUBLE_QUOTE) return undefined;
  for (let at = start + 1; at < limit; at++) {
    const code = characterAt(source, at);
    if (code === DOUBLE_QUOTE) return at + 1;
    if (!(code >= SPACE)) return undefined;
    if (code === BACKSLASH) at += 1;
  }
  return undefined;
}

/** Behind the number or the word that starts at `start`; `start` where none does. */
function wordEnd(source: SearchedText, start: number, limit: number): number {
  let at = start;
  while (at < limit && isOfWord(characterAt(source, at))) at += 1;
  return at;
}

function isOfWord(code: number): boolean {
  const lower = code | 0x20;
  return (
    (lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === MINUS || code === FULL_STOP
  );
}

const SPACE = 0x20;
const DOUBLE_QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const FULL_STOP = 0x2e;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
