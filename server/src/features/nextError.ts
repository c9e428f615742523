import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Range } from "vscode-languageserver-types";
import type { ParsedDocument } from "../documents/model.ts";
import type { DocumentRange, NextErrorParams } from "../protocol.ts";
import type { ErrorRecord } from "../records/model.ts";
import { firstIndex } from "../text/firstIndex.ts";
import { toRange } from "./positions.ts";
import { placeOf } from "./recordPlace.ts";

/** So much text at a time is looked through behind the records that are known: a moment's work when it is full of them. */
const STRETCH = 1 << 18;

/**
 * Where the nearest error before or behind a position says what went wrong; goes round at the ends of the document.
 * `parsedAround` brings the records that `parsed` lacks.
 */
export function nextError(
  document: TextDocument,
  parsed: ParsedDocument,
  { position, direction }: Pick<NextErrorParams, "position" | "direction">,
  parsedAround: (range: Range) => ParsedDocument,
): DocumentRange | undefined {
  const { text, recordsEnd = text.length } = parsed;
  const cursor = document.offsetAt(position);
  const within = (start: number, end: number): readonly ErrorRecord[] =>
    parsedAround(toRange(document, { start, end })).records;

  function behind(offset: number): ErrorRecord | undefined {
    const known = firstBehind(parsed.records, offset);
    if (known !== undefined) return known;
    for (let at = Math.max(offset, recordsEnd); at < text.length; at += STRETCH) {
      const found = firstBehind(within(at, Math.min(text.length, at + STRETCH)), offset);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  function before(offset: number): ErrorRecord | undefined {
    for (let at = offset; at > recordsEnd; at -= STRETCH) {
      const found = lastBefore(within(Math.max(recordsEnd, at - STRETCH), at), offset);
      if (found !== undefined && found.span.start >= recordsEnd) return found;
    }
    return lastBefore(parsed.records, offset);
  }

  const record =
    direction === "next" ? (behind(cursor) ?? behind(-1)) : (before(cursor) ?? before(text.length + 1));
  return record && toRange(document, placeOf(record));
}

function firstBehind(records: readonly ErrorRecord[], offset: number): ErrorRecord | undefined {
  return records[firstIndex(records, (record) => placeOf(record).start > offset)];
}

function lastBefore(records: readonly ErrorRecord[], offset: number): ErrorRecord | undefined {
  return records[firstIndex(records, (record) => placeOf(record).start >= offset) - 1];
}
