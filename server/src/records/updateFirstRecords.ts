import { deltaOf, type TextChange } from "../text/change.ts";
import { type FindOptions, type FirstRecords, firstOf } from "./findRecords.ts";
import type { ErrorRecord } from "./model.ts";
import { LOOK_AHEAD, LOOK_BACK, reachesOf, readRecords } from "./readRecords.ts";
import { updateRecords } from "./updateRecords.ts";

/**
 * The first records after an edit, equal to what `findFirstRecords` finds with the same options in the new text. Reads
 * the neighborhood of the edit and, where there are fewer records now, on behind the last one. `previous` should come
 * from `findFirstRecords` or from here.
 */
export function updateFirstRecords(
  previous: FirstRecords,
  text: string,
  most: number,
  change: TextChange,
  options: Omit<FindOptions, "span">,
): FirstRecords {
  const { end } = previous;
  if (end === undefined) {
    const records = updateRecords(previous.records, text, change, options);
    return firstOf([...records], reachesOf(records) ?? [], most);
  }
  if (isBeyond(change, end, previous.records)) return previous;
  // What stands behind the first records is not known: an edit there counts as one of all from their end on.
  const start = Math.min(change.span.start, end);
  const newLength = change.newLength + change.span.start - start;
  const widened = { span: { start, end: change.span.end }, newLength };
  const updated = updateRecords(previous.records, text, widened, options);
  const records = [...updated];
  const reaches = reachesOf(updated) ?? [];
  if (records.length > most) return firstOf(records, reaches, most);
  const read = Math.max(end, change.span.end + LOOK_BACK) + deltaOf(change);
  const from = Math.max(records.at(-1)?.span.end ?? 0, read - LOOK_BACK);
  const wanted = { ...options, most: most + 1 - records.length };
  const further = readRecords(text, { start: from, end: text.length }, wanted);
  records.push(...further.records);
  return firstOf(records, [...reaches.filter((reach) => reach.start < from), ...further.reaches], most);
}

/** Whether neither the records before `end` nor the one that starts there can have looked at what was changed. */
function isBeyond({ span }: TextChange, end: number, records: readonly ErrorRecord[]): boolean {
  const looked = reachesOf(records)?.reduce((last, reach) => Math.max(last, reach.end), end);
  return looked !== undefined && span.start > Math.max(looked, end + LOOK_BACK + LOOK_AHEAD) + LOOK_AHEAD;
}
