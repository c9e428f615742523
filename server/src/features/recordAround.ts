import type { ParsedDocument } from "../documents/model.ts";
import type { ErrorRecord } from "../records/model.ts";
import { recordsWithin } from "./findAt.ts";

/** The record around the offset, wherever in it that is; of two that meet there, the later one. */
export function recordAround(parsed: ParsedDocument, offset: number): ErrorRecord | undefined {
  return recordsWithin(parsed, { start: offset, end: offset }).at(-1);
}
