import type { LayeredText } from "../text/escapes.ts";
import { codeOf, decodeFrom, lengthOf, NOTHING, unitAt } from "../text/escapes.ts";
import { CLOSERS, isBlank, readBareText, type TextStyle } from "./readBareText.ts";
import { isQuote, readString } from "./readString.ts";
import type { Member, Value } from "./value.ts";

/** How a value is to be read. */
export interface ReadOptions {
  /** How strings without quotes end. */
  readonly style: TextStyle;
  /** The quote of a source-code literal around the whole text, which ends it where no inner quote closes. */
  readonly literalQuote?: number | undefined;
}

/**
 * Reads one value of JSON, or of what JavaScript, Python, PHP, Ruby, Java, Go, Swift and others print for one, as far
 * as it goes. Whatever cannot be read ends the value there with `closed: false`. Never throws; linear in what it reads.
 */
export function readValue(source: LayeredText, at: number, options: ReadOptions): Value {
  return readAny({ source, options, at, depth: 0 });
}

/** Deeper values are cut off: a cap that keeps reading linear in nested garbage. */
const MAX_DEPTH = 64;
/** How far the reader looks to tell a key from a value. */
const LOOK_AHEAD = 96;

interface Cursor {
  readonly source: LayeredText;
  readonly options: ReadOptions;
  at: number;
  depth: number;
}

function readAny(cursor: Cursor): Value {
  skipBlank(cursor);
  const code = peek(cursor);
  if (isQuote(code) && cursor.options.style === "words") return readQuoted(cursor);
  if (CLOSERS.has(code)) return readContainer(cursor, cursor.at);
  return readUnquoted(cursor);
}

/** `print_r` prints nothing at all for null, so that the next key follows the operator. */
function readMemberValue(cursor: Cursor): Value {
  const after = cursor.at;
  skipBlank(cursor);
  if (cursor.options.style === "print-r" && BRACKET_KEY.test(lookAhead(cursor))) {
    return missing("null", after, after);
  }
  return readAny(cursor);
}

function readQuoted(cursor: Cursor): Value {
  const { value, end } = readString(cursor.source, cursor.at, cursor.options.literalQuote);
  cursor.at = end;
  return value;
}

/** `array(4) {`, `map[`, `stdClass Object (`, `object(stdClass)#1 (4) {`, `@{`: what stands before a bracket. */
const CONTAINER_PREFIX =
  /^(?:@|%|\(object\)\s*(?:array\s*)?|map|Map\(\d+\)\s|(?:array|Array|Object)(?:\(\d*\)|:\d+)?\s*|[\w\\]+ Object\s*|object\([\w\\]+\)#\d+ \(\d+\) |\\?[\w\\]+::__set_state)(?=[{[(])/;
const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/;
const NULL = /^(?:null|None|nil|NULL|undefined|~|<nil>|<null>)(?!\w)/;
const BOOLEAN = /^(?:true|false|True|False|TRUE|FALSE)(?!\w)/;
const ELIDED = /^(?:\.\.\.|…)(?: \d+ more \w+)?/;
const DUMPED_SCALAR = /^(?:int|float|bool)\(([^)]{1,24})\)/;
const DUMPED_STRING = /^string\(\d+\) (?=")/;

function readUnquoted(cursor: Cursor): Value {
  const start = cursor.at;
  const ahead = decodeFrom(cursor.source, start, LOOK_AHEAD);
  const prefix = CONTAINER_PREFIX.exec(ahead);
  if (prefix !== null) {
    skipUnits(cursor, prefix[0].length);
    return readContainer(cursor, start);
  }
  if (DUMPED_STRING.test(ahead)) {
    skipUnits(cursor, ahead.indexOf('"'));
    return readQuoted(cursor);
  }
  const dumped = DUMPED_SCALAR.exec(ahead);
  if (dumped !== null) {
    skipUnits(cursor, dumped[0].length);
    return scalar(dumped[1] ?? "", { start, end: cursor.at }) ?? missing("null", start, cursor.at);
  }
  const word = (NUMBER.exec(ahead) ?? NULL.exec(ahead) ?? BOOLEAN.exec(ahead) ?? ELIDED.exec(ahead))?.[0];
  if (word !== undefined) {
    skipUnits(cursor, word.length);
    const end = cursor.at;
    const value = scalar(word, { start, end });
    const rest = readBareText(cursor.source, end, cursor.options.style);
    if (value !== undefined && rest.inner.start === rest.inner.end) return value;
    cursor.at = start;
  }
  const text = readBareText(cursor.source, start, cursor.options.style);
  cursor.at = text.span.end;
  return text.inner.start === text.inner.end ? missing("null", start, start) : text;
}

function scalar(word: string, span: { start: number; end: number }): Value | undefined {
  if (NUMBER.test(word)) return { kind: "number", number: Number(word), span, closed: true };
  if (NULL.test(word)) return missing("null", span.start, span.end);
  if (BOOLEAN.test(word)) return { kind: "boolean", span, closed: true };
  return ELIDED.test(word) ? missing("elided", span.start, span.end) : undefined;
}

function missing(kind: "null" | "elided", start: number, end: number): Value {
  return { kind, span: { start, end }, closed: true };
}

/** Reads from the bracket at the cursor to the one that closes it; `start` is where its prefix begins. */
function readContainer(cursor: Cursor, start: number): Value {
  const opener = peek(cursor);
  const closer = CLOSERS.get(opener);
  advance(cursor);
  const members: Member[] = [];
  const items: Value[] = [];
  let closed = false;
  cursor.depth += 1;
  let end = cursor.at;
  while (cursor.depth <= MAX_DEPTH) {
    skipSeparators(cursor);
    const code = peek(cursor);
    if (code === closer) {
      advance(cursor);
      closed = true;
      end = cursor.at;
      break;
    }
    if (code === 0 || isCloser(code)) break;
    const before = cursor.at;
    const key = readKey(cursor);
    const atEnd = peek(cursor) === 0;
    const value = atEnd ? undefined : key === undefined ? readAny(cursor) : readMemberValue(cursor);
    if (key !== undefined) members.push({ ...key, value });
    else if (value !== undefined) items.push(value);
    if (cursor.at > end) end = value === undefined ? (key?.nameSpan.end ?? end) : value.span.end;
    if (cursor.at === before || value === undefined || !goesOn(cursor, value)) {
      closed = peek(cursor) === closer;
      if (closed) {
        advance(cursor);
        end = cursor.at;
      }
      break;
    }
  }
  cursor.depth -= 1;
  const span = { start, end };
  const only = items[0];
  // `X::__set_state(array(…))` and `(object) array(…)` wrap one value in round brackets.
  if (opener === OPEN_PAREN && items.length === 1 && only?.kind === "object")
    return { ...only, span, closed };
  if (items.length === 1 && members.length === 0 && isElidedName(only)) {
    return { kind: "elided", span, closed };
  }
  if (members.length > 0 || (opener === OPEN_BRACE && items.length === 0)) {
    return { kind: "object", members, span, closed };
  }
  return { kind: "list", items, span, closed };
}

/** `[Array]`, `[Object]`: what Node prints for a value that lies too deep. */
function isElidedName(value: Value | undefined): boolean {
  return value?.kind === "text" && !value.quoted && /^(?:Array|Object)$/.test(value.text);
}

/** True when more of the container may follow `value`: a separator, its end, or another key. */
function goesOn(cursor: Cursor, value: Value): boolean {
  const afterValue = cursor.at;
  skipBlank(cursor);
  const code = peek(cursor);
  if (code === COMMA || code === SEMICOLON) return true;
  if (isCloser(code)) return code !== 0;
  if (cursor.options.style !== "words" || keyAhead(cursor) !== undefined) return value.closed || code !== 0;
  cursor.at = afterValue;
  return false;
}

interface Key {
  readonly name: string;
  readonly nameSpan: { readonly start: number; readonly end: number };
}

/** `["code"]=>`, `[code] =>`, `[code:protected] =>`. */
const BRACKET_KEY = /^\[["']?([\w $.-]{1,64}?)["']?(?::[^\]\n]{1,40})?\](\s*=>)/;
/** `code:`, `code=`, `:code =>`, `+"code":` is read as a quoted key behind its sign. */
const BARE_KEY = /^[:+#]?([A-Za-z_$][\w$.]*|\d+)(\s*(?:=>|:(?![:/\\])|=(?!=)))/;
const QUOTED_KEY = /^[+#]?["'“”‘’`]([\w $.-]{0,64})["'“”‘’`](\s*(?:=>|[:=]))/;

/** Reads a key and its operator; leaves the cursor where it was when a value stands there. */
function readKey(cursor: Cursor): Key | undefined {
  const ahead = keyAhead(cursor);
  if (ahead !== undefined) {
    const start = cursor.at;
    const [whole, name = "", operator = ""] = ahead;
    skipUnits(cursor, whole.length - operator.length);
    const nameSpan = { start, end: cursor.at };
    skipUnits(cursor, operator.length);
    return { name, nameSpan };
  }
  return isQuote(peek(cursor)) ? readLongKey(cursor) : undefined;
}

function keyAhead(cursor: Cursor): RegExpExecArray | undefined {
  const ahead = lookAhead(cursor);
  return BRACKET_KEY.exec(ahead) ?? BARE_KEY.exec(ahead) ?? QUOTED_KEY.exec(ahead) ?? undefined;
}

/** A key that is longer or odder than usual, such as the glue of a string concatenation in a test. */
function readLongKey(cursor: Cursor): Key | undefined {
  const start = cursor.at;
  const { value, end } = readString(cursor.source, start, undefined);
  cursor.at = end;
  skipBlank(cursor);
  const ahead = decodeFrom(cursor.source, cursor.at, 2);
  const operator = /^(?:=>|[:=])/.exec(ahead)?.[0];
  if (operator === undefined || !value.closed) {
    cursor.at = start;
    return undefined;
  }
  skipUnits(cursor, operator.length);
  return { name: value.text, nameSpan: value.span };
}

function lookAhead(cursor: Cursor): string {
  return decodeFrom(cursor.source, cursor.at, LOOK_AHEAD);
}

function skipSeparators(cursor: Cursor): void {
  for (;;) {
    skipBlank(cursor);
    const code = peek(cursor);
    if (code !== COMMA && code !== SEMICOLON) return;
    advance(cursor);
  }
}

function skipBlank(cursor: Cursor): void {
  while (isBlank(peek(cursor))) advance(cursor);
}

function skipUnits(cursor: Cursor, count: number): void {
  for (let i = 0; i < count; i++) advance(cursor);
}

function advance(cursor: Cursor): void {
  cursor.at += lengthOf(unitAt(cursor.source, cursor.at));
}

/** The code at the cursor, or 0 at the end. */
function peek(cursor: Cursor): number {
  const unit = unitAt(cursor.source, cursor.at);
  return unit === NOTHING ? 0 : codeOf(unit) || 0xfffd;
}

function isCloser(code: number): boolean {
  return code === 0 || code === CLOSE_BRACE || code === CLOSE_BRACKET || code === CLOSE_PAREN;
}

const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const OPEN_PAREN = 0x28;
const OPEN_BRACE = 0x7b;
const CLOSE_PAREN = 0x29;
const CLOSE_BRACKET = 0x5d;
const CLOSE_BRACE = 0x7d;
