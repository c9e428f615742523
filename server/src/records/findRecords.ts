import type { Span } from "../text/span.ts";
import type { Claim, ErrorRecord } from "./model.ts";
import { keepReaches, type Reach, readRecords } from "./readRecords.ts";

export interface FindOptions {
  /** The part of the text to read; the whole text when left out. Offsets count from the text's start. */
  readonly span?: Span;
  /** `always` also takes errors that could be anybody's, `never` only those that can be nobody else's. */
  readonly claim?: Claim;
  /** True where the caller knows that the text comes from a DreamFactory server. */
  readonly context?: boolean;
}

/** All DreamFactory errors in a text, in text order and not overlapping. Never throws; linear in the text. */
export function findRecords(text: string, options: FindOptions = {}): readonly ErrorRecord[] {
  const span = options.span ?? { start: 0, end: text.length };
  const { records, reaches } = readRecords(text, span, options);
  return keepReaches(records, reaches);
}

/** A list of records that may end before the text does. */
export interface FirstRecords {
  readonly records: readonly ErrorRecord[];
  /** Behind the last place that was searched; `undefined` when everything was. */
  readonly end: number | undefined;
}

/** The first records of a text, so that one that is full of them is read in bounded time. */
export function findFirstRecords(
  text: string,
  most: number,
  options: Omit<FindOptions, "span">,
): FirstRecords {
  const span = { start: 0, end: text.length };
  const { records, reaches } = readRecords(text, span, { ...options, most: most + 1 });
  return firstOf(records, reaches, most);
}

/** The first of some records; the list is shortened to them. */
export function firstOf(records: ErrorRecord[], reaches: readonly Reach[], most: number): FirstRecords {
  const next = records.splice(most)[0];
  return { records: keepReaches(records, reaches), end: next?.span.start };
}

/**
 * The records around a span of a text, without reading the rest. One that starts far before the span, and what stands
 * inside it, may be taken otherwise than `findRecords` does.
 */
export function findRecordsAround(
  text: string,
  span: Span,
  options: Omit<FindOptions, "span">,
): readonly ErrorRecord[] {
  const start = text.lastIndexOf("\n", Math.max(0, span.start - MOST_BEFORE)) + 1;
  return readRecords(text, { start, end: text.length }, { ...options, until: span.end + 1 }).records;
}

/** Longer records are rare, and reading further back would be felt. */
const MOST_BEFORE = 65_536;
