import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ParsedDocument } from "../documents/model.ts";
import type { RecordRanges } from "../protocol.ts";
import type { ErrorRecord } from "../records/model.ts";
import type { Span } from "../text/span.ts";
import { toRange } from "./positions.ts";

const MAX_RANGES = 10_000;

/** Where each record says what went wrong, for going from one to the next. */
export function getRecordRanges(document: TextDocument, { records }: ParsedDocument): RecordRanges {
  return {
    ranges: records.slice(0, MAX_RANGES).map((record) => toRange(document, placeOf(record))),
    omitted: Math.max(0, records.length - MAX_RANGES),
  };
}

/** The part of a record to jump to: its message, else the first word that can be explained. */
export function placeOf({ message, hotspots, span }: ErrorRecord): Span {
  if (message !== undefined && message.span.end > message.span.start) return message.span;
  return hotspots[0] ?? span;
}
