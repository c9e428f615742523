import type { Span } from "../text/span.ts";
import type { ErrorRecord } from "./model.ts";
import { keepReaches, readRecords } from "./readRecords.ts";

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
  const { records, reaches } = readRecords(text, span, options);
  return keepReaches(records, reaches);
}
