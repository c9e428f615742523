import type { ParsedDocument } from "../documents/model.ts";
import { bodiesWithin } from "../documents/readRequests.ts";
import type { Statistics } from "../protocol.ts";
import { VERSION } from "../version.ts";

/** Counts what was recognized in a document. */
export function getStatistics(parsed: ParsedDocument): Statistics {
  const { text, records, faults } = parsed;
  const recordsByClass: Record<string, number> = {};
  for (const { exception, className } of records) {
    const name = exception ?? className?.value ?? "";
    recordsByClass[name] = (recordsByClass[name] ?? 0) + 1;
  }
  return {
    version: VERSION,
    records: records.length,
    complete: parsed.recordsEnd === undefined,
    recordsByClass,
    bodies: bodiesWithin(parsed, { start: 0, end: text.length }).length,
    faults: faults.length,
  };
}
