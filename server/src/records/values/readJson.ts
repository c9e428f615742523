import type { Span } from "../../text/span.ts";
import type { UnwrappedText } from "../../text/unwrap.ts";
import type { Member, Value } from "./value.ts";

/**
 * Reads the value at an index where everything in it is plain JSON, as nearly all of it is: what the tolerant reader
 * would read, in a fraction of its time. `undefined` where anything is not, or is rare enough to be left to that one.
 * Never throws; linear in what it reads.
 */
export function readJson(source: UnwrappedText, at: number): Value | undefined {
  return readAny({ source, text: source.text, end: source.end, at, depth: 0 });
}

interface Reader {
  readonly source: UnwrappedText;
  /** What is known of the text of the source, and its end. */
  text: string;
  end: number;
  at: number;
  depth: number;
}

const MAX_DEPTH = 48;

function readAny(reader: Reader): Value | undefined {
  switch (skipBlank(reader)) {
    case DOUBLE_QUOTE:
      return readText(reader);
    case OPEN_BRACE:
      return readObject(reader);
    case OPEN_BRACKET:
      return readList(reader);
    case LETTER_N:
      return readWord(reader, "null");
    case LETTER_T:
      return readWord(reader, "true");
    case LETTER_F:
      return readWord(reader, "false");
    default:
      return readNumber(reader);
  }
}

function readObject(reader: Reader): Value | undefined {
  const start = reader.at;
  const members: Member[] = [];
  if (++reader.depth > MAX_DEPTH) return undefined;
  reader.at += 1;
  if (skipBlank(reader) !== CLOSE_BRACE) {
    for (;;) {
      const nameStart = reader.at;
      const name = reader.text.charCodeAt(nameStart) === DOUBLE_QUOTE ? readString(reader) : undefined;
      if (name === undefined) return undefined;
      const nameSpan = spanOf(reader, nameStart, reader.at);
      if (skipBlank(reader) !== COLON) return undefined;
      reader.at += 1;
      const value = readAny(reader);
      if (value === undefined) return undefined;
      members.push({ name, nameSpan, value });
      const code = skipBlank(reader);
      if (code === CLOSE_BRACE) break;
      if (code !== COMMA) return undefined;
      reader.at += 1;
      skipBlank(reader);
    }
  }
  reader.depth -= 1;
  reader.at += 1;
  return { kind: "object", members, span: spanOf(reader, start, reader.at), closed: true };
}

function readList(reader: Reader): Value | undefined {
  const start = reader.at;
  const items: Value[] = [];
  if (++reader.depth > MAX_DEPTH) return undefined;
  reader.at += 1;
  if (skipBlank(reader) === CLOSE_BRACKET) {
    if (isTypeOfGo(reader)) return undefined;
  } else {
    for (;;) {
      const value = readAny(reader);
      if (value === undefined) return undefined;
      items.push(value);
      const code = skipBlank(reader);
      if (code === CLOSE_BRACKET) break;
      if (code !== COMMA) return undefined;
      reader.at += 1;
    }
  }
  reader.depth -= 1;
  reader.at += 1;
  return { kind: "list", items, span: spanOf(reader, start, reader.at), closed: true };
}

/** `[]any{`, `[]interface {}{`: no list, but what Go prints before one. */
function isTypeOfGo(reader: Reader): boolean {
  const behind = reader.at + 1;
  if (behind >= reader.end && !grow(reader, behind)) return false;
  const code = reader.text.charCodeAt(behind);
  return code === LETTER_A || code === LETTER_I;
}

function readText(reader: Reader): Value | undefined {
  const start = reader.at;
  const text = readString(reader);
  if (text === undefined) return undefined;
  return {
    kind: "text",
    text,
    span: spanOf(reader, start, reader.at),
    inner: spanOf(reader, start + 1, reader.at - 1),
    quoted: true,
    closed: true,
  };
}

/** Reads the string whose quote stands at the reader. */
function readString(reader: Reader): string | undefined {
  const start = reader.at + 1;
  let escaped = false;
  for (let at = start; ; at++) {
    if (at >= reader.end && !grow(reader, at)) return undefined;
    const code = reader.text.charCodeAt(at);
    if (code === DOUBLE_QUOTE) {
      reader.at = at + 1;
      return escaped ? parseString(reader.text.slice(start - 1, at + 1)) : reader.text.slice(start, at);
    }
    if (code < SPACE) return undefined;
    if (code === BACKSLASH) {
      escaped = true;
      at += 1;
      if (at >= reader.end && !grow(reader, at)) return undefined;
      if (reader.text.charCodeAt(at) < SPACE) return undefined;
    }
  }
}

function parseString(json: string): string | undefined {
  try {
    return JSON.parse(json) as string;
  } catch {
    // An escape that JSON does not have.
    return undefined;
  }
}

function readNumber(reader: Reader): Value | undefined {
  const start = reader.at;
  let number = 0;
  let at = start;
  for (; ; at++) {
    if (at >= reader.end && !grow(reader, at)) return undefined;
    const digit = reader.text.charCodeAt(at) - DIGIT_0;
    if (!(digit >= 0 && digit <= 9)) break;
    number = number * 10 + digit;
  }
  const isPlain = at > start && at - start <= MAX_DIGITS && endsValue(reader.text.charCodeAt(at));
  if (!isPlain) return readOddNumber(reader);
  reader.at = at;
  return { kind: "number", number, span: spanOf(reader, start, at), closed: true };
}

const MAX_DIGITS = 15;
const ODD_NUMBER = /-?\d{1,400}(?:\.\d{1,400})?(?:[eE][+-]?\d{1,9})?(?=[,}\]\s])/y;
const LONGEST_NUMBER = 1000;

/** One with a sign, a fraction, an exponent or many digits. */
function readOddNumber(reader: Reader): Value | undefined {
  const start = reader.at;
  grow(reader, start + LONGEST_NUMBER);
  ODD_NUMBER.lastIndex = start;
  const written = ODD_NUMBER.exec(reader.text)?.[0];
  if (written === undefined || start + written.length >= reader.end) return undefined;
  reader.at = start + written.length;
  return { kind: "number", number: Number(written), span: spanOf(reader, start, reader.at), closed: true };
}

function readWord(reader: Reader, word: "null" | "true" | "false"): Value | undefined {
  const start = reader.at;
  const behind = start + word.length;
  while (behind >= reader.end) if (!grow(reader, behind)) return undefined;
  if (!reader.text.startsWith(word, start) || !endsValue(reader.text.charCodeAt(behind))) return undefined;
  reader.at = behind;
  const span = spanOf(reader, start, behind);
  return word === "null" ? { kind: "null", span, closed: true } : { kind: "boolean", span, closed: true };
}

function endsValue(code: number): boolean {
  return code === COMMA || code === CLOSE_BRACE || code === CLOSE_BRACKET || isBlank(code);
}

/** Moves to the next character that is not white space; answers its code, or 0 at the end. */
function skipBlank(reader: Reader): number {
  for (;;) {
    if (reader.at >= reader.end && !grow(reader, reader.at)) return 0;
    const code = reader.text.charCodeAt(reader.at);
    if (!isBlank(code)) return code;
    reader.at += 1;
  }
}

function isBlank(code: number): boolean {
  return code === SPACE || code === LINE_FEED || code === CARRIAGE_RETURN || code === TAB;
}

/** Has the source reach behind an index; false when it ends before. */
function grow(reader: Reader, at: number): boolean {
  const { source } = reader;
  let more = true;
  while (at >= source.end && more) more = source.grow();
  reader.text = source.text;
  reader.end = source.end;
  return more;
}

function spanOf({ source }: Reader, start: number, end: number): Span {
  return { start: source.rawAt(start), end: source.rawAt(end) };
}

const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const DOUBLE_QUOTE = 0x22;
const COMMA = 0x2c;
const DIGIT_0 = 0x30;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const LETTER_A = 0x61;
const LETTER_F = 0x66;
const LETTER_I = 0x69;
const LETTER_N = 0x6e;
const LETTER_T = 0x74;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
