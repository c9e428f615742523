import { explainRecord } from "../records/explain.ts";
import type { ErrorRecord } from "../records/model.ts";

/** What two records share when they tell of the same mistake: the class, and the message but for its values. */
export function similarityKey(record: ErrorRecord): string {
  const { className = "", title, message = "", matches, driverCodes } = explainRecord(record);
  const known = [...matches.map(({ entry }) => entry.id), ...driverCodes.map(({ name }) => name)];
  const said = known.length > 0 ? known.join(" ") : withoutValues(message);
  return [className || title.text, said].join("\n");
}

/** Those of the records that are like this one, itself among them, in the order given; at most `limit`. */
export function similarRecords(
  records: readonly ErrorRecord[],
  record: ErrorRecord,
  limit: number,
): readonly ErrorRecord[] {
  const key = similarityKey(record);
  const similar: ErrorRecord[] = [];
  for (const each of records) {
    // Whatever is not of the same class needs no closer look.
    if (each.exception !== record.exception) continue;
    if (each === record || similarityKey(each) === key) similar.push(each);
    if (similar.length >= limit) break;
  }
  return similar;
}

/** An unknown message with its numbers and quoted names taken out. */
function withoutValues(message: string): string {
  return message
    .slice(0, 500)
    .replace(/'[^']*'|"[^"]*"|`[^`]*`/g, "'…'")
    .replace(/\d+/g, "0")
    .trim();
}
