import type { ErrorRecord } from "../../server/src/records/model.ts";
import { createScanner } from "../../server/src/scan/scanner.ts";
import type { Phrase } from "../../server/src/text/phrase.ts";

export interface Scanned {
  readonly record: ErrorRecord;
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly column: number;
  /** The text that the record covers. */
  readonly raw: string;
  /** How far the record's spans lie from where they are in the whole text, told where it starts there. */
  readonly shift: (start: number) => number;
}

/** Scans bytes pushed in pieces of the given sizes, over and over. */
export function scanBytes(
  bytes: Uint8Array,
  cuts: readonly number[],
): { readonly found: Scanned[]; readonly refusal: Phrase | undefined } {
  const found: Scanned[] = [];
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const scanner = createScanner({
    decode: (part) => decoder.decode(part),
    onRecord: ({ record, text, ...place }) =>
      found.push({
        record,
        ...place,
        raw: text.slice(record.span.start, record.span.end),
        shift: (start) => start - record.span.start,
      }),
  });
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = cuts[turn % cuts.length] ?? bytes.length;
    scanner.push(bytes.subarray(at, at + size));
    at += size;
  }
  scanner.end();
  return { found, refusal: scanner.refusal() };
}

/** The record with every span moved. */
export function movedRecord(record: ErrorRecord, by: number): unknown {
  return JSON.parse(JSON.stringify(record), (_key, value) =>
    typeof value?.start === "number" && typeof value.end === "number"
      ? { ...value, start: value.start + by, end: value.end + by }
      : value,
  );
}
