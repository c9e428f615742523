import { deltaOf, type TextChange } from "../text/change.ts";
import { firstIndex } from "../text/firstIndex.ts";
import { type Span, shiftSpan } from "../text/span.ts";
import type { FindOptions } from "./findRecords.ts";
import { MAX_RECORD } from "./keys/errorKey.ts";
import { mapRecord } from "./mapRecord.ts";
import type { ErrorRecord } from "./model.ts";
import { keepReaches, LOOK_AHEAD, LOOK_BACK, type Reach, reachesOf, readRecords } from "./readRecords.ts";

/**
 * The records after an edit, equal to what `findRecords` finds with the same options in the new text. Only the
 * neighborhood of the edit is read; records before it stay the same objects. `previous` should come from
 * `findRecords` or from here: then how far each place was read is known, and the neighborhood is small.
 */
export function updateRecords(
  previous: readonly ErrorRecord[],
  text: string,
  change: TextChange,
  options: Omit<FindOptions, "span"> = {},
): readonly ErrorRecord[] {
  const delta = deltaOf(change);
  const reaches = reachesOf(previous);
  const start = safeStart(previous, reaches, change.span.start);
  const firstRead = firstIndex(previous, (record) => record.span.start >= start);
  const records: ErrorRecord[] = previous.slice(0, firstRead);
  const far: Reach[] = (reaches ?? []).filter((reach) => reach.start < start);
  let resume = change.span.end + LOOK_BACK;
  let from = start;
  do {
    resume = behindStraddling(previous, Math.max(resume, from - delta));
    const read = readRecords(text, { start: from, end: text.length }, { ...options, until: resume + delta });
    records.push(...read.records);
    far.push(...read.reaches);
    from = read.records.at(-1)?.span.end ?? from;
  } while (from > resume + delta);
  const kept = previous.slice(firstIndex(previous, (record) => record.span.start >= resume));
  const shift = (span: Span) => shiftSpan(span, delta);
  for (const record of kept) records.push(delta === 0 ? record : mapRecord(record, shift));
  for (const reach of reaches ?? []) if (reach.start >= resume) far.push(shift(reach));
  return keepReaches(records, far);
}

/** A place before the edit from where reading cannot meet anything that the edit has changed. */
function safeStart(
  previous: readonly ErrorRecord[],
  reaches: readonly Reach[] | undefined,
  edited: number,
): number {
  const back = reaches === undefined ? MAX_RECORD + LOOK_AHEAD : 2 * LOOK_AHEAD;
  const far = reaches?.find((reach) => reach.end + LOOK_AHEAD >= edited)?.start ?? edited;
  const start = Math.max(0, Math.min(edited - back, far - LOOK_BACK));
  const straddling = previous[firstIndex(previous, (record) => record.span.end > start)];
  return straddling === undefined ? start : Math.min(start, straddling.span.start);
}

/** The place itself, or the end of the record that stands across it: no record of the old text stands across it. */
function behindStraddling(previous: readonly ErrorRecord[], at: number): number {
  const record = previous[firstIndex(previous, ({ span }) => span.end > at)];
  return record !== undefined && record.span.start < at ? record.span.end : at;
}
