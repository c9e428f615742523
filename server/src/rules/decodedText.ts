import { placeholderAt } from "../text/placeholder.ts";
import type { Located, Span } from "../text/span.ts";

/** Text with its escapes and line breaks removed that still knows where each character stands in the document. */
export interface DecodedText {
  readonly value: string;
  /** Where the raw text of each UTF-16 unit of `value` starts. */
  readonly starts: readonly number[];
  /** Where the raw text of each UTF-16 unit of `value` ends. */
  readonly ends: readonly number[];
  /** Where the whole raw text ends. */
  readonly end: number;
}

/** The raw text that `value.slice(start, end)` was read from. */
export function rawSpan(text: DecodedText, { start, end }: Span): Span {
  const from = text.starts[start] ?? text.end;
  return { start: from, end: start < end ? (text.ends[end - 1] ?? text.end) : from };
}

/** Joins text that goes over several lines; `end` is where it ends. */
export function joinPieces(pieces: readonly Located<string>[], end: number): DecodedText {
  const out = newUnits();
  for (const { value, span } of pieces) {
    for (let index = 0; index < value.length; index++) {
      push(out, value.charAt(index), span.start + index, span.start + index + 1);
    }
  }
  return finish(out, end);
}

/**
 * Reads a part of a URL as PHP does: `+` is a space, `%XX` a byte of UTF-8, a `%` without two digits stands for itself.
 * Placeholders stay as they are.
 */
export function decodeUrlPart(raw: DecodedText): DecodedText {
  const out = newUnits();
  const { value } = raw;
  for (let at = 0; at < value.length; ) {
    const verbatimEnd = placeholderAt(value, at)?.end ?? at;
    const bytes = percentBytes(value, at);
    if (verbatimEnd > at) {
      for (; at < verbatimEnd; at++) copy(out, raw, at, value.charAt(at));
    } else if (bytes.length === 0) {
      copy(out, raw, at, value.charAt(at) === "+" ? " " : value.charAt(at));
      at++;
    } else {
      for (const { char, index, length } of decodeUtf8(bytes)) {
        const first = at + 3 * index;
        push(out, char, raw.starts[first] ?? raw.end, raw.ends[first + 3 * length - 1] ?? raw.end);
      }
      at += 3 * bytes.length;
    }
  }
  return finish(out, raw.end);
}

/** Reads the inside of a JSON string (`span` without its quotes); an escape that JSON does not know keeps its letter. */
export function decodeJsonString(text: string, span: Span): DecodedText {
  const out = newUnits();
  for (let at = span.start; at < span.end; ) {
    const letter = text.charAt(at) === "\\" && at + 1 < span.end ? text.charAt(at + 1) : "";
    const unit = letter === "u" ? hexValue(text.slice(at + 2, at + 6), 4) : undefined;
    const length = unit !== undefined ? 6 : letter !== "" ? 2 : 1;
    const char =
      unit !== undefined ? String.fromCharCode(unit) : (JSON_ESCAPES[letter] ?? (letter || text.charAt(at)));
    push(out, char, at, at + length);
    at += length;
  }
  return finish(out, span.end);
}

const JSON_ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** The bytes of the `%XX` that follow each other from `at` on; empty when there is none. */
export function percentBytes(value: string, at: number): readonly number[] {
  const bytes: number[] = [];
  for (; value.charAt(at) === "%" && at + 3 <= value.length; at += 3) {
    const byte = hexValue(value.slice(at + 1, at + 3), 2);
    if (byte === undefined) break;
    bytes.push(byte);
  }
  return bytes;
}

/**
 * Reads bytes as UTF-8, one entry per UTF-16 unit. A byte that belongs to no character becomes U+FFFD; `index` and
 * `length` count bytes.
 */
export function decodeUtf8(
  bytes: readonly number[],
): readonly { char: string; index: number; length: number }[] {
  const units: { char: string; index: number; length: number }[] = [];
  for (let index = 0; index < bytes.length; ) {
    const { codePoint, length } = codePointAt(bytes, index);
    for (const char of String.fromCodePoint(codePoint).split("")) units.push({ char, index, length });
    index += length;
  }
  return units;
}

interface Units {
  readonly chars: string[];
  readonly starts: number[];
  readonly ends: number[];
}

function newUnits(): Units {
  return { chars: [], starts: [], ends: [] };
}

function push(units: Units, char: string, start: number, end: number): void {
  units.chars.push(char);
  units.starts.push(start);
  units.ends.push(end);
}

function copy(units: Units, from: DecodedText, at: number, char: string): void {
  push(units, char, from.starts[at] ?? from.end, from.ends[at] ?? from.end);
}

function finish({ chars, starts, ends }: Units, end: number): DecodedText {
  return { value: chars.join(""), starts, ends, end };
}

function hexValue(digits: string, length: number): number | undefined {
  return digits.length === length && /^[0-9a-fA-F]+$/.test(digits) ? Number.parseInt(digits, 16) : undefined;
}

function codePointAt(bytes: readonly number[], index: number): { codePoint: number; length: number } {
  const lead = bytes[index] ?? 0;
  const wrong = { codePoint: 0xfffd, length: 1 };
  if (lead < 0x80) return { codePoint: lead, length: 1 };
  if (lead < 0xc2 || lead > 0xf4) return wrong;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  let codePoint = lead & (0xff >> (length + 1));
  for (let next = index + 1; next < index + length; next++) {
    const byte = bytes[next];
    if (byte === undefined || byte >> 6 !== 0b10) return wrong;
    codePoint = (codePoint << 6) | (byte & 0x3f);
  }
  return codePoint > 0x10ffff ? wrong : { codePoint, length };
}
