import type { Span } from "../text/span.ts";
import { ANCHORS, formAt } from "./forms/forms.ts";
import { readInner } from "./inner.ts";
import type { ErrorRecord } from "./model.ts";
import type { Scan } from "./scan.ts";
import { signNear } from "./signs.ts";

export interface FindOptions {
  /** The part of the text to read; the whole text when left out. Offsets count from the text's start. */
  readonly span?: Span;
  /** `always` also takes errors that could be anybody's, `never` only those that can be nobody else's. */
  readonly claim?: "auto" | "always" | "never";
  /** True where the caller knows that the text comes from a DreamFactory server. */
  readonly context?: boolean;
}

/** All DreamFactory errors in a text, in text order and not overlapping. Never throws; linear in the text. */
export function findRecords(text: string, options: FindOptions = {}): readonly ErrorRecord[] {
  const span = options.span ?? { start: 0, end: text.length };
  const scan: Scan = {
    text,
    span,
    claim: options.claim ?? "auto",
    signNear: (at) => (options.context ? "setting" : signNear(text, at)),
    readInner: (facts, source) => readInner(scan, facts, source),
  };
  const records: ErrorRecord[] = [];
  const anchors = new RegExp(ANCHORS, "g");
  const part = span.end < text.length ? text.slice(0, span.end) : text;
  anchors.lastIndex = span.start;
  let free = span.start;
  for (let found = anchors.exec(part); found !== null; found = anchors.exec(part)) {
    const record = formAt(text, found.index)?.read(scan, found.index);
    if (record === undefined || record.span.start < free) continue;
    records.push(record);
    free = record.span.end;
    anchors.lastIndex = Math.max(anchors.lastIndex, free);
  }
  return records;
}
