import { findAnchors } from "../records/anchors.ts";
import { ANCHORS } from "../records/forms/forms.ts";
import { MAX_RECORD } from "../records/keys/errorKey.ts";
import type { ErrorRecord } from "../records/model.ts";
import { LOOK_AHEAD, LOOK_BACK } from "../records/readRecords.ts";
import type { Phrase } from "../text/phrase.ts";
import { type Hit, idOf, placeOf } from "../text/search/model.ts";
import { type DecodedPart, type DecodeOptions, decodedPart } from "./decodedPart.ts";
import { type Encoding, readByteOrderMark, refusalOf, utf16Converter } from "./encoding.ts";
import { joinedBytes } from "./joinedBytes.ts";
import { LINE_FEED } from "./lineBreaks.ts";
import { lineCounter, type Place } from "./lineCounter.ts";
import { mayGoOn } from "./mayGoOn.ts";
import { characterStart } from "./utf8.ts";

/** One record found in a stream. */
export interface FoundRecord {
  /** Bytes from the start of the stream, its byte order mark included; of UTF-16, as if it were UTF-8. */
  readonly offset: number;
  /** How many bytes the record takes. */
  readonly length: number;
  /** From 1, as editors count lines. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** Its spans are offsets in `text`. */
  readonly record: ErrorRecord;
  /** What was decoded around it: large, not to be kept. */
  readonly text: string;
  /** False when it stands so near the end of the stream that bytes behind it would have been looked at. */
  readonly settled: boolean;
}

/** Where to go on when a stream that was read to its end has grown. Every place counts from the start of the stream. */
export interface ScanMark extends Place {
  /** The first byte that is needed again. */
  readonly offset: number;
  /** Where line and column are. */
  readonly counted: number;
  /** Anchors before it are settled, and so are the bytes before `free`. */
  readonly searched: number;
  readonly free: number;
}

export interface ScannerOptions extends DecodeOptions {
  readonly onRecord: (found: FoundRecord) => void;
  /** How many bytes are read at a time, and so how long a push can take; a megabyte when left out, which is quickest. */
  readonly page?: number;
  /** Goes on from here: the bytes that are pushed begin at its `offset`. */
  readonly mark?: ScanMark | undefined;
}

/**
 * Finds records in bytes that come piece by piece, however they are cut: exactly those that `findRecords` finds in the
 * whole text. Memory stays below a few megabytes. Only what stands around an anchor is decoded.
 */
export interface Scanner {
  push(chunk: Uint8Array): void;
  /** Reads the whole lines that are there although more may come: a record that may go on in further ones waits. */
  flush(): void;
  /** Nothing comes any more. */
  end(): void;
  /** Why the bytes are not read; whatever is pushed then is ignored. */
  refusal(): Phrase | undefined;
  /** After the end: where to go on. The records that are not settled come again then. UTF-16 has none. */
  mark(): ScanMark | undefined;
}

/** How much text before and behind an anchor a record can depend on at most, in UTF-16 units. */
const REACH = { before: LOOK_BACK, behind: MAX_RECORD + LOOK_AHEAD };
/** A unit takes at most three bytes of UTF-8. */
const BYTES_PER_UNIT = 3;
const BEFORE = REACH.before * BYTES_PER_UNIT;
const BEHIND = REACH.behind * BYTES_PER_UNIT;
/** What is decoded around an anchor at first: enough for nearly all records. */
const NEAR = { before: LOOK_BACK + 512, behind: LOOK_AHEAD + 2048 };
const LARGE_PAGE = 1 << 20;
/** An anchor so near to the end that gave no record may give one when more has come. */
const TRIED_AGAIN = 4096;
/** Anchors further apart than this are decoded apart. */
const GAP = NEAR.before + NEAR.behind;
/** Longer stretches are decoded in parts: engines keep texts of 128 kB and more among what lives long, and for long. */
const LONGEST_PART = 28_000;

export function createScanner({
  claim = "auto",
  decode,
  onRecord,
  page = LARGE_PAGE,
  mark,
}: ScannerOptions): Scanner {
  const capacity = BEFORE + page + BEHIND;
  let buffer: Uint8Array = new Uint8Array(0);
  const lines = lineCounter(mark);
  let length = 0;
  /** Where the buffer starts in the stream; the other places below count from the start of the buffer. */
  let base = mark?.offset ?? 0;
  let counted = (mark?.counted ?? 0) - base;
  let searched = (mark?.searched ?? 0) - base;
  let free = Math.max(0, (mark?.free ?? 0) - base);
  let head: Uint8Array | undefined = mark === undefined ? new Uint8Array(0) : undefined;
  let convert: ((chunk: Uint8Array, last: boolean) => Uint8Array) | undefined;
  let checked = mark !== undefined;
  let ended = false;
  let next: ScanMark | undefined;
  let refusal: Phrase | undefined;

  function open(before: Uint8Array, chunk: Uint8Array, last: boolean): Uint8Array {
    head = joinedBytes(before, chunk);
    if (head.length < 3 && !last) return new Uint8Array(0);
    const mark = readByteOrderMark(head);
    const rest = head.subarray(mark.length);
    base = mark.length;
    convert = converterOf(mark.encoding);
    head = undefined;
    return rest;
  }

  function take(chunk: Uint8Array, last: boolean): void {
    const opened = head === undefined ? chunk : open(head, chunk, last);
    if (head !== undefined) return;
    const bytes = convert === undefined ? opened : convert(opened, last);
    for (let at = 0; at < bytes.length && refusal === undefined; ) {
      const part = bytes.subarray(at, at + capacity - length);
      buffer = withRoom(buffer, length + part.length, capacity);
      buffer.set(part, length);
      length += part.length;
      at += part.length;
      if (length < capacity) break;
      search(length - BEHIND, false);
      slide();
    }
  }

  function slide(): void {
    const drop = characterStart(buffer, Math.max(0, searched - BEFORE));
    countTo(drop);
    buffer.copyWithin(0, drop, length);
    length -= drop;
    base += drop;
    counted -= drop;
    searched -= drop;
    free = Math.max(0, free - drop);
  }

  function check(): void {
    if (!checked) refusal = refusalOf(buffer.subarray(0, length));
    checked = true;
  }

  /** Reads the anchors before `until`; with `waiting`, only what no further line can change. */
  function search(until: number, waiting: boolean): void {
    check();
    if (refusal !== undefined) return;
    const hits = findAnchors(buffer.subarray(0, length), searched, until, { claim });
    searched = Math.max(searched, waiting ? until - TRIED_AGAIN : until);
    readAll(hits, waiting);
  }

  /** Reads the whole lines, as if nothing stood behind them. */
  function searchLines(): void {
    check();
    const all = length;
    length = buffer.subarray(0, length).lastIndexOf(LINE_FEED) + 1;
    search(length, true);
    length = all;
  }

  function readAll(hits: readonly Hit[], waiting: boolean): void {
    for (let first = 0; first < hits.length; ) {
      let last = first;
      const most = placeOf(hits[first] ?? 0) + LONGEST_PART;
      while (last + 1 < hits.length && joins(hits[last] ?? 0, hits[last + 1] ?? 0, most)) last += 1;
      const stopped = readAround(hits.slice(first, last + 1), waiting);
      if (stopped !== undefined) {
        searched = stopped;
        return;
      }
      first = last + 1;
    }
  }

  /** Reads the records of neighboring hits; answers the place that it stopped before. */
  function readAround(hits: readonly Hit[], waiting: boolean): number | undefined {
    const last = placeOf(hits.at(-1) ?? 0);
    if (last < free) return undefined;
    let around = decodeAround(placeOf(hits[0] ?? 0), last + NEAR.behind);
    for (const hit of hits) {
      const place = placeOf(hit);
      const anchor = ANCHORS[idOf(hit)];
      if (place < free || anchor === undefined) continue;
      let { record, reach } = around.reader.readAt(around.toUnit(place), anchor);
      let behind = NEAR.behind;
      while (reach > around.text.length && around.to < length && behind < BEHIND) {
        behind = Math.min(4 * behind, BEHIND);
        around = decodeAround(place, Math.max(last + NEAR.behind, place + behind));
        ({ record, reach } = around.reader.readAt(around.toUnit(place), anchor));
      }
      // The last character may have been cut.
      if (ended && around.to === length && reach >= around.text.length) next ??= markAt(place);
      const start = record === undefined ? place : around.toByte(record.span.start);
      if (start < free) continue;
      if (waiting && around.to === length && isOpen(record, reach, around.text)) return place;
      if (record === undefined) continue;
      const end = around.toByte(record.span.end);
      free = end;
      emit(record, start, end, around.text);
    }
    return undefined;
  }

  /** Decodes from before the anchor at `first` up to `end`; places in it and in the buffer translate to each other. */
  function decodeAround(first: number, end: number): DecodedPart {
    const to = Math.min(length, end);
    const near = decodePart(characterStart(buffer, Math.max(0, first - NEAR.before)), to);
    if (near.from === 0 || near.toUnit(first) >= REACH.before) return near;
    return decodePart(characterStart(buffer, Math.max(0, first - BEFORE)), to);
  }

  function decodePart(from: number, to: number): DecodedPart {
    return decodedPart(buffer, from, to, { decode, claim });
  }

  function emit(record: ErrorRecord, start: number, end: number, text: string): void {
    countTo(start);
    const settled = next === undefined;
    onRecord({ offset: base + start, length: end - start, ...lines.place(), record, text, settled });
  }

  function countTo(place: number): void {
    if (place <= counted) return;
    lines.advance(buffer, counted, place);
    counted = place;
  }

  /** The present state, as it would be with the buffer slid to where the anchor at `place` needs it. */
  function markAt(place: number): ScanMark {
    const from = characterStart(buffer, Math.max(0, place - BEFORE));
    countTo(from);
    return {
      ...lines.place(),
      offset: base + from,
      counted: base + counted,
      searched: base + place,
      free: base + free,
    };
  }

  return {
    push: (chunk) => {
      if (refusal === undefined) take(chunk, false);
    },
    flush: searchLines,
    end: () => {
      take(new Uint8Array(0), true);
      ended = true;
      search(length, false);
      // Nearer to the end, an anchor could be cut.
      next ??= markAt(Math.max(0, length - LOOK_AHEAD));
    },
    refusal: () => refusal,
    mark: () => (convert === undefined && refusal === undefined ? next : undefined),
  };
}

/** The buffer, or a larger one with the same bytes, so that a short stream takes little memory. */
function withRoom(buffer: Uint8Array, length: number, capacity: number): Uint8Array {
  if (length <= buffer.length) return buffer;
  const larger = new Uint8Array(Math.min(capacity, Math.max(length, 2 * buffer.length)));
  larger.set(buffer);
  return larger;
}

/** Whether an anchor may give another record, or one at all, when more lines have come behind the text. */
function isOpen(record: ErrorRecord | undefined, reach: number, text: string): boolean {
  if (record !== undefined) return mayGoOn(record, text);
  return reach - LOOK_AHEAD >= text.trimEnd().length;
}

function joins(hit: Hit, following: Hit, most: number): boolean {
  const place = placeOf(following);
  return place < most && place - placeOf(hit) < GAP;
}

function converterOf(encoding: Encoding): ((chunk: Uint8Array, last: boolean) => Uint8Array) | undefined {
  return encoding === "utf-8" ? undefined : utf16Converter(encoding);
}
