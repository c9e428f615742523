import { characterAt, type SearchedText } from "../text/multiSearch.ts";

/**
 * True where the `error` that ends at `behind` is a plain word and no key, as in `"error",`, `[error] ` and
 * `error: none`. A few characters of text, or bytes, tell it for the commonest of all anchors.
 */
export function isPlainWord(source: SearchedText, behind: number): boolean {
  const code = characterAt(source, behind);
  if (code !== COLON && code !== DOUBLE_QUOTE && code !== SINGLE_QUOTE && code !== CLOSE_BRACKET)
    return false;
  const ink = inkAt(source, behind + 1, WHITE_SPACE);
  // What is beyond ASCII may be white space too, and a byte is only a part of it: who reads on will tell.
  if (ink >= 0x80) return false;
  return (code === COLON ? VALUE_STARTS : OPERATOR_STARTS)[ink] !== 1;
}

/** True where more than blanks stands between the place and the end of its line. */
export function goesOnInLine(source: SearchedText, at: number): boolean {
  return LINE_BREAKS[inkAt(source, at, BLANKS)] !== 1;
}

function inkAt(source: SearchedText, start: number, blanks: Uint8Array): number {
  let at = start;
  while (at < start + MAX_GAP && blanks[characterAt(source, at)] === 1) at += 1;
  return characterAt(source, at);
}

const MAX_GAP = 32;

const COLON = 0x3a;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const CLOSE_BRACKET = 0x5d;

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
