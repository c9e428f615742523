import type { Span } from "../text/span.ts";
import type { JsonErrorCode, JsonVerdict } from "./judgement.ts";

/** `json_decode` refuses the bracket that opens this level: of its default depth of 512, 511 levels pass. */
export const TOO_DEEP = 512;

/** PHP's `json_last_error_msg()` for each constant that decoding can leave behind. */
const MESSAGES: Readonly<Record<JsonErrorCode, string>> = {
  0: "No error",
  1: "Maximum stack depth exceeded",
  2: "State mismatch (invalid or malformed JSON)",
  3: "Control character error, possibly incorrectly encoded",
  4: "Syntax error",
  5: "Malformed UTF-8 characters, possibly incorrectly encoded",
  10: "Single unpaired UTF-16 surrogate in unicode escape",
};

/** Where PHP stops reading, and why. */
export interface JsonStop {
  readonly code: JsonErrorCode;
  /** In the token that PHP cannot use; the end of the span when the code is 0. */
  readonly offset: number;
}

/**
 * What PHP 8.2 says of a text after `json_decode($text, true)`. The text counts as sent in UTF-8, so a lone surrogate
 * in it is malformed UTF-8. Never throws.
 */
export function decodeVerdict(text: string, span?: Span): JsonVerdict {
  const { code } = findStop(text, span);
  return { code, message: MESSAGES[code] };
}

// What the grammar waits for. The first three take a value.
const VALUE = 0;
const VALUE_OR_END = 1;
const END_OF_TEXT = 2;
const AFTER_ELEMENT = 3;
const KEY_OR_END = 4;
const KEY = 5;
const COLON = 6;
const AFTER_MEMBER = 7;

/**
 * The first token that PHP's scanner or grammar refuses. When both refuse one token the scanner's reason wins, because
 * the grammar never gets to see it; a bracket is pushed, and may be too deep, before the next token is scanned.
 */
export function findStop(text: string, span: Span = { start: 0, end: text.length }): JsonStop {
  const { start, end } = span;
  const isObject = new Uint8Array(TOO_DEEP);
  let depth = 0;
  let state = VALUE;
  let at = start;
  for (;;) {
    let char = at < end ? text.charCodeAt(at) : -1;
    while (char === 0x20 || char === 0x0a || char === 0x0d || char === 0x09) {
      at += 1;
      char = at < end ? text.charCodeAt(at) : -1;
    }
    switch (char) {
      case -1:
        return { code: state === END_OF_TEXT ? 0 : 4, offset: at };
      case 0x22 /* " */:
        {
          const next = scanString(text, at, end);
          if (next < 0) return { code: scanFailure(next), offset: at };
          if (state === KEY || state === KEY_OR_END) state = COLON;
          else if (state > VALUE_OR_END) return { code: 4, offset: at };
          else state = afterValue(depth, isObject);
          at = next;
          break;
        }
      case 0x2c /* , */:
        if (state === AFTER_MEMBER) state = KEY;
        else if (state === AFTER_ELEMENT) state = VALUE;
        else return { code: 4, offset: at };
        at += 1;
        break;
      case 0x3a /* : */:
        if (state !== COLON) return { code: 4, offset: at };
        state = VALUE;
        at += 1;
        break;
      case 0x7b /* { */:
      case 0x5b /* [ */:
        if (state > VALUE_OR_END) return { code: 4, offset: at };
        if (depth + 1 >= TOO_DEEP) return { code: 1, offset: at };
        depth += 1;
        isObject[depth] = char === 0x7b ? 1 : 0;
        state = char === 0x7b ? KEY_OR_END : VALUE_OR_END;
        at += 1;
        break;
      case 0x7d /* } */:
      case 0x5d /* ] */:
        {
          const inObject = state === AFTER_MEMBER || state === KEY_OR_END;
          const inArray = state === AFTER_ELEMENT || state === VALUE_OR_END;
          if (!inObject && !inArray) return { code: 4, offset: at };
          if (inObject !== (char === 0x7d)) return { code: 2, offset: at };
          depth -= 1;
          state = afterValue(depth, isObject);
          at += 1;
          break;
        }
      default: {
        const next = scanScalar(text, at, end, char);
        if (next < 0) return { code: scanFailure(next), offset: at };
        if (state > VALUE_OR_END) return { code: 4, offset: at };
        state = afterValue(depth, isObject);
        at = next;
      }
    }
  }
}

function afterValue(depth: number, isObject: Uint8Array): number {
  if (depth === 0) return END_OF_TEXT;
  return isObject[depth] === 1 ? AFTER_MEMBER : AFTER_ELEMENT;
}

// A scan answers with the offset after the token, or with the error constant below zero.
const CONTROL = -3;
const SYNTAX = -4;
const UTF8 = -5;
const UTF16 = -10;

function scanFailure(answer: number): JsonErrorCode {
  return answer === CONTROL ? 3 : answer === UTF8 ? 5 : answer === UTF16 ? 10 : 4;
}

function scanString(text: string, quote: number, end: number): number {
  let at = quote + 1;
  while (at < end) {
    const char = text.charCodeAt(at);
    if (char === 0x22) return at + 1;
    if (char < 0x20) return CONTROL;
    if (char === 0x5c) {
      at = scanEscape(text, at, end);
      if (at < 0) return at;
    } else if (char >= 0xd800 && char <= 0xdfff) {
      if (!isSurrogatePair(text, at, end)) return UTF8;
      at += 2;
    } else at += 1;
  }
  return CONTROL; // PHP meets the NUL that ends every C string.
}

function scanEscape(text: string, backslash: number, end: number): number {
  const letter = backslash + 1 < end ? text.charAt(backslash + 1) : "";
  if (letter === "u") {
    const unit = hexUnit(text, backslash, end);
    if (unit < 0) return SYNTAX;
    if (unit < 0xd800 || unit > 0xdfff) return backslash + 6;
    const low = unit < 0xdc00 ? hexUnit(text, backslash + 6, end) : -1;
    return low >= 0xdc00 && low <= 0xdfff ? backslash + 12 : UTF16;
  }
  return letter !== "" && '"\\/bfnrt'.includes(letter) ? backslash + 2 : SYNTAX;
}

/** The code unit that `\uXXXX` at this offset stands for, or -1 when there is no such escape. */
function hexUnit(text: string, backslash: number, end: number): number {
  if (backslash + 6 > end || text.charCodeAt(backslash) !== 0x5c || text.charCodeAt(backslash + 1) !== 0x75) {
    return -1;
  }
  let unit = 0;
  for (let at = backslash + 2; at < backslash + 6; at += 1) {
    const char = text.charCodeAt(at);
    const lower = char | 0x20;
    if (char >= 0x30 && char <= 0x39) unit = unit * 16 + char - 0x30;
    else if (lower >= 0x61 && lower <= 0x66) unit = unit * 16 + lower - 0x57;
    else return -1;
  }
  return unit;
}

function isSurrogatePair(text: string, at: number, end: number): boolean {
  const low = at + 1 < end ? text.charCodeAt(at + 1) : 0;
  return text.charCodeAt(at) < 0xdc00 && low >= 0xdc00 && low <= 0xdfff;
}

function scanScalar(text: string, at: number, end: number, char: number): number {
  if (char === 0x2d || isDigit(char)) return scanNumber(text, at, end);
  const word = char === 0x74 ? "true" : char === 0x66 ? "false" : char === 0x6e ? "null" : "";
  if (word !== "" && at + word.length <= end && text.startsWith(word, at)) return at + word.length;
  if (char < 0x20) return CONTROL;
  return char >= 0xd800 && char <= 0xdfff && !isSurrogatePair(text, at, end) ? UTF8 : SYNTAX;
}

/** The longest number here, as PHP's scanner takes it: of `1.x` it takes the `1`, of `01` the `0`. */
function scanNumber(text: string, start: number, end: number): number {
  let at = text.charCodeAt(start) === 0x2d ? start + 1 : start;
  const first = at;
  at = text.charCodeAt(at) === 0x30 && at < end ? at + 1 : skipDigits(text, at, end);
  if (at === first) return SYNTAX;
  if (at + 1 < end && text.charCodeAt(at) === 0x2e && isDigit(text.charCodeAt(at + 1))) {
    at = skipDigits(text, at + 1, end);
  }
  if (at < end && (text.charCodeAt(at) | 0x20) === 0x65) {
    const sign = text.charCodeAt(at + 1);
    const digits = sign === 0x2b || sign === 0x2d ? at + 2 : at + 1;
    const after = skipDigits(text, digits, end);
    if (after > digits) at = after;
  }
  return at;
}

function skipDigits(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

function isDigit(char: number): boolean {
  return char >= 0x30 && char <= 0x39;
}
