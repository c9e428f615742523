import { characterAt, type SearchedText, standsAt } from "../text/search/model.ts";
import { ENVELOPE_NAMES } from "./facts.ts";
import { isStraightQuote, type Refuse, skipWhiteSpace } from "./refusals.ts";

/**
 * True where the `error` that ends at `behind` is the key of an object, in JSON or as JavaScript and Python print one, in
 * which, behind nothing but plain values, a member has a name that no version of DreamFactory knows there.
 */
export const hasForeignMember: Refuse = (source, _at, behind) => {
  const colon = skipWhiteSpace(source, isStraightQuote(characterAt(source, behind)) ? behind + 1 : behind);
  if (characterAt(source, colon) !== COLON) return false;
  let at = skipWhiteSpace(source, colon + 1);
  if (characterAt(source, at) !== OPEN_BRACE) return false;
  const limit = behind + REACH;
  do {
    const name = skipWhiteSpace(source, at + 1);
    if (!isStraightQuote(characterAt(source, name)) && !isInLine(source, at, name)) return false;
    const nameEnd = plainEnd(source, name, limit);
    at = skipWhiteSpace(source, nameEnd);
    if (nameEnd === name || characterAt(source, at) !== COLON) return false;
    if (!isEnvelopeName(source, name, nameEnd)) return isPlain(source, name, nameEnd);
    at = skipWhiteSpace(source, plainEnd(source, skipWhiteSpace(source, at + 1), limit));
  } while (characterAt(source, at) === COMMA);
  return false;
};

/** What a program puts before each line looks like a name without quotes. */
function isInLine(source: SearchedText, at: number, name: number): boolean {
  return name === at + 1 || (name === at + 2 && characterAt(source, at + 1) === SPACE);
}

/** Longer errors are left to their reader. */
const REACH = 1024;
const NAMES = [...ENVELOPE_NAMES];

function isEnvelopeName(source: SearchedText, start: number, end: number): boolean {
  const quote = isStraightQuote(characterAt(source, start)) ? 1 : 0;
  return NAMES.some(
    (name) => name.length === end - start - 2 * quote && standsAt(source, start + quote, name),
  );
}

/** True for a text without escapes. */
function isPlain(source: SearchedText, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (characterAt(source, at) === BACKSLASH) return false;
  return true;
}

/** Behind the string, the number or the word that starts at `start`; `start` where none does or it does not end. */
function plainEnd(source: SearchedText, start: number, limit: number): number {
  const quote = characterAt(source, start);
  let at = start;
  if (!isStraightQuote(quote)) {
    while (at < limit && isOfWord(characterAt(source, at))) at += 1;
    return at;
  }
  for (at += 1; at < limit; at++) {
    const code = characterAt(source, at);
    if (code === quote) return at + 1;
    if (!(code >= SPACE)) return start;
    if (code === BACKSLASH) at += 1;
  }
  return start;
}

function isOfWord(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39) || OTHERS_OF_WORDS.includes(code);
}

const SPACE = 0x20;
const COMMA = 0x2c;
/** `-._` */
const OTHERS_OF_WORDS: readonly number[] = [0x2d, 0x2e, 0x5f];
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
