import type { LayeredText } from "../../text/layers/layer.ts";
import type { Span } from "../../text/span.ts";
import { type Cursor, cursorAt, isCloser, matchAt, peek, rawSpan, skipBlank } from "./cursor.ts";
import { endsAt, readBareText, type TextStyle } from "./readBareText.ts";
import { readJson } from "./readJson.ts";
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
  return readValueAt(cursorAt(source, at), options);
}

/** The same at a cursor, which stays where it is. */
export function readValueAt(cursor: Cursor, options: ReadOptions): Value {
  const json =
    options.style === "words" && options.literalQuote === undefined
      ? readJson(cursor.source, cursor.at)
      : undefined;
  return json ?? readAny({ ...cursor, options, depth: 0, patience: MAX_UNCLOSED });
}

/** Deeper values are cut off: a cap that keeps reading linear in nested garbage. */
const MAX_DEPTH = 64;
/** After so many brackets that nothing closed, the rest is not this value any more. */
const MAX_UNCLOSED = 4;

interface Reader extends Cursor {
  readonly options: ReadOptions;
  depth: number;
  /** How many more brackets may stay unclosed. */
  patience: number;
}

function readAny(reader: Reader): Value {
  skipBlank(reader);
  const code = peek(reader);
  if (reader.options.style === "words" && isQuote(code)) return readQuoted(reader);
  if (code === OPEN_BRACKET && match(reader, GO_LIST) !== undefined) return readUnquoted(reader);
  if (code === OPEN_BRACE || code === OPEN_BRACKET) return readContainer(reader, reader.at);
  if (code === OPEN_PAREN && match(reader, CAST) === undefined) return readContainer(reader, reader.at);
  return readUnquoted(reader);
}

/** `[]any{`: square brackets that hold no value. */
const GO_LIST = /\[\](?:interface \{\}|any)(?=\{)/y;
/** `(object) array(`: round brackets that hold no value. */
const CAST = /\(object\)/y;

/** A string, or several that the printer joined, with `+` or with nothing, to keep its lines short. */
function readQuoted(reader: Reader): Value {
  const value = readString(reader, reader.options.literalQuote);
  const end = reader.at;
  if (!value.closed) return value;
  const joiner = match(reader, JOINED) ?? match(reader, GOES_ON);
  if (joiner === undefined) return value;
  reader.at += joiner.length;
  const rest = readQuoted(reader);
  // Without a sign between them the second one may as well be the next key.
  if (rest.kind !== "text" || match(reader, OPERATOR) !== undefined) {
    reader.at = end;
    return value;
  }
  return {
    ...rest,
    text: value.text + rest.text,
    span: { start: value.span.start, end: rest.span.end },
    inner: { start: value.inner.start, end: rest.inner.end },
  };
}

const JOINED = /\s*\+\s*(?=["'`])/y;
/** Python's way. */
const GOES_ON = /[ \t]*\r?\n[ \t]*(?=["'])/y;

/** `array(4) {`, `map[`, `map[string]any{`, `ErrorBody(code=`, `stdClass Object (`, `object(stdClass)#1 (4) {`, `@{`: what stands before a bracket. */
const CONTAINER_PREFIX =
  /(?:@|%|(?:\[\]|map\[string\])(?:interface \{\}|any|string)|[A-Z]\w{1,60}(?=\([A-Za-z_]\w{0,40}=)|\(object\)\s*(?:array\s*)?|map|Map\(\d+\)\s|(?:array|Array|Object)(?:\(\d*\)|:\d+)?\s*|[\w\\]{1,80} Object\s*|object\([\w\\]{1,80}\)#\d+ \(\d+\) |\\?[\w\\]{1,80}::__set_state)(?=[{[(])/y;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
const NULL =
  /(?:null|None|nil|NULL|Null|undefined|undef|~|<nil>|<null>|(?:interface \{\}|any)\(nil\))(?!\w)/y;
/** `Number(404)`, `String("…")`, `Optional(…)`: Rust and Swift name the type of a value around it. */
const TYPED = /(?:Number\((?=\s*-?\d)|String\((?=\s*")|Bool\((?=\s*[tf])|(?:Some|Optional)\((?=\s*["\d[{]))/y;
const BOOLEAN = /(?:true|false|True|False|TRUE|FALSE)(?!\w)/y;
const ELIDED = /(?:\.\.\.|…)(?: \d+ more \w+)?/y;
const DUMPED_NUMBER = /(?:int|float)\((-?[\d.]{1,24})\)/y;
const DUMPED_BOOLEAN = /bool\(\w{1,5}\)/y;
const DUMPED_STRING = /string\(\d+\) (?=")/y;

function readUnquoted(reader: Reader): Value {
  const start = reader.at;
  const number = match(reader, NUMBER);
  if (number !== undefined && endsBehind(reader, number)) {
    return { kind: "number", number: Number(number), span: take(reader, number), closed: true };
  }
  const none = match(reader, NULL);
  if (none !== undefined && endsBehind(reader, none)) return missing("null", take(reader, none));
  const boolean = match(reader, BOOLEAN) ?? match(reader, DUMPED_BOOLEAN);
  if (boolean !== undefined && endsBehind(reader, boolean)) {
    return { kind: "boolean", span: take(reader, boolean), closed: true };
  }
  const typed = match(reader, TYPED);
  if (typed !== undefined) return readTyped(reader, typed.length);
  const prefix = match(reader, CONTAINER_PREFIX);
  if (prefix !== undefined) {
    reader.at += prefix.length;
    return readContainer(reader, start);
  }
  const elided = match(reader, ELIDED);
  if (elided !== undefined && endsBehind(reader, elided)) return missing("elided", take(reader, elided));
  const dumped = matchAt(reader.source, start, DUMPED_NUMBER);
  if (dumped !== undefined) {
    return { kind: "number", number: Number(dumped[1]), span: take(reader, dumped[0]), closed: true };
  }
  const string = match(reader, DUMPED_STRING);
  if (string !== undefined) {
    reader.at += string.length;
    return readQuoted(reader);
  }
  const text = readBareText(reader, reader.options.style);
  return text.text === "" ? missing("null", text.span) : text;
}

function readTyped(reader: Reader, length: number): Value {
  const start = reader.at;
  reader.at += length;
  const value = readAny(reader);
  const end = reader.at;
  skipSeparators(reader);
  const closed = peek(reader) === CLOSE_PAREN;
  reader.at = closed ? reader.at + 1 : end;
  return { ...value, span: rawSpan(reader, start, reader.at), closed: value.closed && closed };
}

/** True when nothing but blanks stands between the word and the end of its value. */
function endsBehind(reader: Reader, word: string): boolean {
  const behind: Cursor = { source: reader.source, at: reader.at + word.length };
  const style = reader.options.style;
  for (;;) {
    const code = peek(behind);
    if (code === 0 || isCloser(code) || endsAt(behind.source, behind.at, style)) return true;
    const before = behind.at;
    skipBlank(behind);
    if (behind.at === before) return false;
  }
}

/** Moves behind a word; answers its raw span. */
function take(reader: Reader, word: string): Span {
  const start = reader.at;
  reader.at += word.length;
  return rawSpan(reader, start, reader.at);
}

function missing(kind: "null" | "elided", span: Span): Value {
  return { kind, span, closed: true };
}

/** Reads from the bracket at the reader to the one that closes it; `start` is where its prefix begins. */
function readContainer(reader: Reader, start: number): Value {
  const opener = peek(reader);
  const closer = opener === OPEN_BRACE ? CLOSE_BRACE : opener === OPEN_BRACKET ? CLOSE_BRACKET : CLOSE_PAREN;
  reader.at += 1;
  const members: Member[] = [];
  const items: Value[] = [];
  let end = reader.at;
  if (reader.depth >= MAX_DEPTH) reader.patience = 0;
  let goesOn = reader.patience > 0;
  reader.depth += 1;
  while (goesOn) {
    skipSeparators(reader);
    const code = peek(reader);
    if (code === 0 || isCloser(code)) break;
    const key = readKey(reader);
    if (key !== undefined) end = reader.at;
    const before = reader.at;
    const value =
      peek(reader) === 0 ? undefined : key === undefined ? readAny(reader) : readMemberValue(reader);
    if (key !== undefined) members.push({ ...key, value });
    else if (value !== undefined) items.push(value);
    if (reader.at > before) end = reader.at;
    goesOn =
      value !== undefined &&
      (key !== undefined || reader.at > before) &&
      reader.patience > 0 &&
      mayGoOn(reader);
  }
  reader.depth -= 1;
  skipSeparators(reader);
  const closed = peek(reader) === closer;
  if (closed) end = reader.at + 1;
  else reader.patience -= 1;
  reader.at = end;
  const span = rawSpan(reader, start, end);
  return containerOf(opener, members, items, span, closed);
}

function containerOf(
  opener: number,
  members: readonly Member[],
  items: readonly Value[],
  span: Span,
  closed: boolean,
): Value {
  const only = members.length === 0 && items.length === 1 ? items[0] : undefined;
  // `X::__set_state(array(…))` and `(object) array(…)` wrap one value in round brackets.
  if (opener === OPEN_PAREN && only?.kind === "object") return { ...only, span, closed };
  // `[Array]`, `[Object]`: what Node prints for a value that lies too deep.
  if (only?.kind === "text" && !only.quoted && /^(?:Array|Object)$/.test(only.text)) {
    return { kind: "elided", span, closed };
  }
  if (members.length > 0 || (opener === OPEN_BRACE && items.length === 0)) {
    return { kind: "object", members, span, closed };
  }
  return { kind: "list", items, span, closed };
}

/** True when more of the container may follow a value: a separator, or another key without one. */
function mayGoOn(reader: Reader): boolean {
  skipBlank(reader);
  const code = peek(reader);
  if (code === COMMA || code === SEMICOLON) return true;
  if (code === 0 || isCloser(code)) return false;
  return reader.options.style !== "words" || keyAt(reader) !== undefined;
}

interface Key {
  readonly name: string;
  readonly nameSpan: Span;
}

/** `["code"]=>`, `[code] =>`, `[code:protected] =>`. */
const BRACKET_KEY = /\[["']?([\w $.-]{1,64}?)["']?(?::[^\]\n]{1,40})?\](\s*=>)/y;
/** `code:`, `code=`, `:code =>`. */
const BARE_KEY = /[:+#]?([A-Za-z_$][\w$.]*|\d+)(\s*(?:=>|:(?![:/\\])|=(?!=)))/y;
/** `"code":`, `+"code":`. */
const QUOTED_KEY = /[+#]?["'“”‘’`]([\w $.-]{0,64})["'“”‘’`](\s*(?:=>|[:=]))/y;

function keyAt(reader: Reader): RegExpExecArray | undefined {
  const { source, at } = reader;
  if (isQuote(peek(reader))) return matchAt(source, at, QUOTED_KEY);
  return matchAt(source, at, BRACKET_KEY) ?? matchAt(source, at, BARE_KEY) ?? matchAt(source, at, QUOTED_KEY);
}

/** Reads a key and its operator; leaves the reader where it was when a value stands there. */
function readKey(reader: Reader): Key | undefined {
  const found = keyAt(reader);
  if (found !== undefined) {
    const [whole, name = "", operator = ""] = found;
    const start = reader.at;
    reader.at += whole.length;
    return { name, nameSpan: rawSpan(reader, start, reader.at - operator.length) };
  }
  return isQuote(peek(reader)) ? readLongKey(reader) : undefined;
}

const OPERATOR = /\s*(?:=>|[:=])/y;

/** A key that is longer or odder than usual, such as the glue of a string concatenation in a test. */
function readLongKey(reader: Reader): Key | undefined {
  const start = reader.at;
  const { text, span, closed } = readString(reader, undefined);
  const operator = closed ? match(reader, OPERATOR) : undefined;
  if (operator === undefined) {
    reader.at = start;
    return undefined;
  }
  reader.at += operator.length;
  return { name: text, nameSpan: span };
}

/** `print_r` prints nothing at all for null, so that the next key follows the operator. */
function readMemberValue(reader: Reader): Value {
  const after = reader.at;
  skipBlank(reader);
  if (reader.options.style === "print-r" && match(reader, BRACKET_KEY) !== undefined) {
    return missing("null", rawSpan(reader, after, after));
  }
  return readAny(reader);
}

function skipSeparators(reader: Reader): void {
  for (;;) {
    skipBlank(reader);
    const code = peek(reader);
    if (code !== COMMA && code !== SEMICOLON) return;
    reader.at += 1;
  }
}

function match(reader: Reader, sticky: RegExp): string | undefined {
  return matchAt(reader.source, reader.at, sticky)?.[0];
}

const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const OPEN_PAREN = 0x28;
const OPEN_BRACKET = 0x5b;
const OPEN_BRACE = 0x7b;
const CLOSE_PAREN = 0x29;
const CLOSE_BRACKET = 0x5d;
const CLOSE_BRACE = 0x7d;
