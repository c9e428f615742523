import { anchoredReader } from "../records/anchoredReader.ts";
import { ANCHOR_PARTS } from "../records/forms/forms.ts";
import type { ErrorRecord } from "../records/model.ts";
import type { Phrase } from "../text/phrase.ts";
import { createByteFinder } from "./byteFinder.ts";
import { type Encoding, readByteOrderMark, refusalOf, utf16Converter } from "./encoding.ts";
import { lineCounter } from "./lineCounter.ts";
import { needlesOf } from "./needles.ts";
import { characterStart, utf8Map } from "./utf8.ts";

/** One record found in a stream. */
export interface FoundRecord {
  /** Bytes from the start of the stream, its byte order mark included; of UTF-16, as if it were UTF-8. */
  readonly offset: number;
  /** How many bytes the record takes. */
  readonly length: number;
  /** From 1, in lines that end with a line feed. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** Its spans are offsets in `text`. */
  readonly record: ErrorRecord;
  /** What was decoded around it: large, not to be kept. */
  readonly text: string;
}

export interface ScannerOptions {
  readonly claim?: "auto" | "always" | "never";
  /** Turns UTF-8 into text as `TextDecoder` does with `ignoreBOM`: bytes that are none become U+FFFD. */
  readonly decode: (bytes: Uint8Array) => string;
  readonly onRecord: (found: FoundRecord) => void;
}

/**
 * Finds records in bytes that come piece by piece, however they are cut: exactly those that `findRecords` finds in the
 * whole text. Memory stays below a few megabytes. Only what stands around an anchor is decoded.
 */
export interface Scanner {
  push(chunk: Uint8Array): void;
  /** Reads the whole lines that are there although more may come: a record that is cut off at their end waits. */
  flush(): void;
  /** Nothing comes any more. */
  end(): void;
  /** Why the bytes are not read; whatever is pushed then is ignored. */
  refusal(): Phrase | undefined;
}

/** How much text before and behind an anchor a record can depend on, in UTF-16 units. */
const REACH = { before: 20_480, behind: 278_528 };
/** A unit takes at most three bytes of UTF-8. */
const BYTES_PER_UNIT = 3;
const BEFORE = REACH.before * BYTES_PER_UNIT;
const BEHIND = REACH.behind * BYTES_PER_UNIT;
const PAGE = 1 << 20;
/** So many characters beyond ASCII do not make the decoder go further. */
const SPARE = 8192;
/** Anchors further apart than this are decoded apart. */
const GAP = 65_536;

const LINE_FEED = 0x0a;

const finder = createByteFinder(needlesOf(ANCHOR_PARTS));

export function createScanner({ claim = "auto", decode, onRecord }: ScannerOptions): Scanner {
  const buffer = new Uint8Array(BEFORE + PAGE + BEHIND);
  const lines = lineCounter();
  let length = 0;
  /** Where the buffer starts in the stream; the other places below count from the start of the buffer. */
  let base = 0;
  let counted = 0;
  let searched = 0;
  let next = 0;
  let free = 0;
  let head: Uint8Array | undefined = new Uint8Array(0);
  let convert: ((chunk: Uint8Array, last: boolean) => Uint8Array) | undefined;
  let checked = false;
  let refusal: Phrase | undefined;

  function open(chunk: Uint8Array, last: boolean): Uint8Array {
    head = concat(head ?? chunk, chunk);
    if (head.length < 3 && !last) return new Uint8Array(0);
    const mark = readByteOrderMark(head);
    const rest = head.subarray(mark.length);
    base = mark.length;
    convert = converterOf(mark.encoding);
    head = undefined;
    return rest;
  }

  function take(chunk: Uint8Array, last: boolean): void {
    const opened = head === undefined ? chunk : open(chunk, last);
    if (head !== undefined) return;
    const bytes = convert === undefined ? opened : convert(opened, last);
    for (let at = 0; at < bytes.length && refusal === undefined; ) {
      const part = bytes.subarray(at, at + buffer.length - length);
      buffer.set(part, length);
      length += part.length;
      at += part.length;
      if (length < buffer.length) break;
      search(length - BEHIND, false);
      slide();
    }
  }

  function slide(): void {
    const drop = characterStart(buffer, Math.max(0, searched - BEFORE));
    if (drop > counted) {
      lines.advance(buffer, counted, drop);
      counted = drop;
    }
    buffer.copyWithin(0, drop, length);
    length -= drop;
    base += drop;
    counted -= drop;
    searched -= drop;
    next = Math.max(0, next - drop);
    free = Math.max(0, free - drop);
  }

  /** Reads the anchors before `until`. With `waiting`, stops before a record that ends with the buffer. */
  function search(until: number, waiting: boolean): void {
    if (!checked) {
      refusal = refusalOf(buffer.subarray(0, length));
      checked = true;
    }
    if (refusal !== undefined) return;
    const hits: number[] = [];
    finder.find(buffer.subarray(0, length), searched, until, hits);
    searched = Math.max(searched, until);
    for (let first = 0; first < hits.length; ) {
      let last = first;
      while (last + 1 < hits.length && (hits[last + 1] ?? 0) - (hits[last] ?? 0) < GAP) last += 1;
      const stopped = readAround(hits.slice(first, last + 1), waiting);
      if (stopped !== undefined) {
        searched = stopped;
        return;
      }
      first = last + 1;
    }
  }

  /** Reads the records of neighboring anchors; answers the one that it stopped before. */
  function readAround(hits: readonly number[], waiting: boolean): number | undefined {
    const [first = 0] = hits;
    const last = hits.at(-1) ?? first;
    if (last < next) return undefined;
    const from = characterStart(buffer, Math.max(0, first - BEFORE));
    const { text, to } = decodeAround(from, last);
    const { toByte, toUnit } = utf8Map(buffer, from, to, text);
    const reader = anchoredReader(text, { claim });
    for (const hit of hits) {
      if (hit < next) continue;
      const at = toUnit(hit - from);
      const anchorEnd = reader.anchorEnd(at);
      if (anchorEnd === undefined) continue;
      const record = reader.readAt(at);
      const start = record === undefined ? 0 : from + toByte(record.span.start);
      if (record === undefined || start < free) {
        next = from + toByte(anchorEnd);
        continue;
      }
      const end = from + toByte(record.span.end);
      if (waiting && record.truncatedAfter !== undefined && end >= length - 1) return hit;
      next = Math.max(from + toByte(anchorEnd), end);
      free = end;
      emit(record, start, end, text);
    }
    return undefined;
  }

  /** Decodes until behind what a record of an anchor at `last` can depend on. */
  function decodeAround(from: number, last: number): { readonly text: string; readonly to: number } {
    const to = Math.min(length, last + REACH.behind + SPARE);
    const text = decode(buffer.subarray(from, to));
    const missing = to - from - text.length;
    if (to === length || missing <= SPARE) return { text, to };
    const further = Math.min(length, last + BEHIND);
    return { text: decode(buffer.subarray(from, further)), to: further };
  }

  function emit(record: ErrorRecord, start: number, end: number, text: string): void {
    if (start > counted) {
      lines.advance(buffer, counted, start);
      counted = start;
    }
    onRecord({ offset: base + start, length: end - start, ...lines.place(), record, text });
  }

  return {
    push: (chunk) => {
      if (refusal === undefined) take(chunk, false);
    },
    flush: () => search(buffer.subarray(0, length).lastIndexOf(LINE_FEED) + 1, true),
    end: () => {
      take(new Uint8Array(0), true);
      search(length, false);
    },
    refusal: () => refusal,
  };
}

function converterOf(encoding: Encoding): ((chunk: Uint8Array, last: boolean) => Uint8Array) | undefined {
  return encoding === "utf-8" ? undefined : utf16Converter(encoding);
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}
