import { characterAt, type SearchedText, standsAt } from "../text/search/model.ts";

/**
 * Tells by a few characters of text, or bytes of UTF-8, around an anchor that the form does not stand here, without
 * reading it. What is beyond ASCII proves nothing: it may be white space, and a byte is only a part of it.
 */
export type Refuse = (source: SearchedText, at: number, behind: number) => boolean;

/**
 * True where the `error` that ends at `behind` is a plain word and no key, as in `"error",`, `[error] ` and
 * `error: none`.
 */
export function isPlainWord(source: SearchedText, behind: number): boolean {
  const code = characterAt(source, behind);
  if (code !== COLON && code !== DOUBLE_QUOTE && code !== SINGLE_QUOTE && code !== CLOSE_BRACKET)
    return false;
  const ink = characterAt(source, skipWhiteSpace(source, behind + 1));
  return isInk(ink) && (code === COLON ? VALUE_STARTS : OPERATOR_STARTS)[ink] !== 1;
}

/** True where the `error` that ends at `behind` holds no object: it is a plain word, or the key of a plain value. */
export const holdsNoObject: Refuse = (source, _at, behind) => {
  if (isPlainWord(source, behind) || endsLine(source, behind)) return true;
  if (!isStraightQuote(characterAt(source, behind))) return false;
  const colon = skipWhiteSpace(source, behind + 1);
  if (characterAt(source, colon) !== COLON) return false;
  const value = skipWhiteSpace(source, colon + 1);
  const code = characterAt(source, value);
  return (
    isStraightQuote(code) || isDigit(code) || PLAIN_VALUES.some((plain) => standsAt(source, value, plain))
  );
};

/** True for a line break before which a word stands; a console shows a key and its colon on lines of their own. */
function endsLine(source: SearchedText, behind: number): boolean {
  if (LINE_BREAKS[characterAt(source, behind)] !== 1) return false;
  const code = characterAt(source, skipWhiteSpace(source, behind));
  return isInk(code) && code !== COLON && code !== EQUALS_SIGN;
}

const PLAIN_VALUES = ["null", "false", "true", "None", "False", "True", "nil", "-"];

/** True where the `error` at `at` is not the key of a string with which an object begins, but for `"data":null`. */
export const beginsNoObject: Refuse = (source, at, behind) => {
  const colon = skipWhiteSpace(source, behind + 1);
  const operator = characterAt(source, colon);
  if (operator !== COLON) return isInk(operator);
  const value = characterAt(source, skipWhiteSpace(source, colon + 1));
  if (!isStraightQuote(value)) return isInk(value);
  const before = skip(source, at - 2, WHITE_SPACE, -1);
  const code = characterAt(source, before);
  if (code !== COMMA) return isInk(code) && code !== OPEN_BRACE;
  const last = characterAt(source, skip(source, before - 1, WHITE_SPACE, -1));
  return isInk(last) && last !== LAST_OF_NULL;
};

/** True where more than blanks stands between the anchor and the end of its line. */
export const goesOnInLine: Refuse = (source, _at, behind) =>
  LINE_BREAKS[characterAt(source, skip(source, behind, BLANKS))] !== 1;

/** True where the path before the protocol at `at` is none of DreamFactory's. */
export const hasOtherPath: Refuse = (source, at) => {
  for (let start = at - 2; start > at - MAX_PATH; start--) {
    const code = characterAt(source, start);
    if (code <= SPACE || code === DOUBLE_QUOTE) return true;
    if (code === SLASH && (standsAt(source, start, "/api/v2/") || standsAt(source, start, "/rest/")))
      return false;
  }
  return false;
};

/** Longer paths are not looked for. */
export const MAX_PATH = 2100;

/** Behind the white space at a place; not far behind it where there is much. */
export function skipWhiteSpace(source: SearchedText, start: number): number {
  return skip(source, start, WHITE_SPACE);
}

/** The first place from `start` on that is not blank, or one far enough away. */
function skip(source: SearchedText, start: number, blanks: Uint8Array, step: 1 | -1 = 1): number {
  let at = start;
  for (let left = MAX_GAP; left > 0 && blanks[characterAt(source, at)] === 1; left--) at += step;
  return at;
}

const MAX_GAP = 32;

/** True for `"` and `'`. */
export function isStraightQuote(code: number): boolean {
  return code === DOUBLE_QUOTE || code === SINGLE_QUOTE;
}

function isDigit(code: number): boolean {
  return code >= DIGIT_0 && code <= DIGIT_9;
}

function isInk(code: number): boolean {
  return code < 0x80 && WHITE_SPACE[code] !== 1;
}

const SPACE = 0x20;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const COMMA = 0x2c;
const SLASH = 0x2f;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;
const COLON = 0x3a;
const EQUALS_SIGN = 0x3d;
const CLOSE_BRACKET = 0x5d;
const LAST_OF_NULL = 0x6c;
const OPEN_BRACE = 0x7b;

const BLANKS = codesOf(" \t");
const LINE_BREAKS = codesOf("\r\n");
const WHITE_SPACE = codesOf(" \t\n\v\f\r");
/** What may follow `error:` without quotes: a bracket, `map[`, `@{`, `Object {`, a color. */
const VALUE_STARTS = codesOf("{[m@O\x1b");
/** What may follow a key in quotes or brackets. */
const OPERATOR_STARTS = codesOf(':=]"\x1b');

/** 1 for each of these characters of ASCII. */
function codesOf(characters: string): Uint8Array {
  const codes = new Uint8Array(128);
  for (const character of characters) codes[character.charCodeAt(0)] = 1;
  return codes;
}
