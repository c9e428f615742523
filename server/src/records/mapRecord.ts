import type { Located, Span } from "../text/span.ts";
import type { ErrorRecord } from "./model.ts";

/** The same record with every span replaced. Written out field by field, since an edit moves thousands of records. */
export function mapRecord(record: ErrorRecord, map: (span: Span) => Span): ErrorRecord {
  const mapped: { -readonly [K in keyof ErrorRecord]: ErrorRecord[K] } = { ...record };
  const located = <T>({ value, span }: Located<T>): Located<T> => ({ value, span: map(span) });
  mapped.span = map(record.span);
  if (record.className !== undefined) mapped.className = located(record.className);
  if (record.code !== undefined) mapped.code = located(record.code);
  if (record.status !== undefined) mapped.status = located(record.status);
  if (record.message !== undefined) mapped.message = located(record.message);
  if (record.context !== undefined) mapped.context = map(record.context);
  if (record.inner !== undefined) mapped.inner = mapRecord(record.inner, map);
  if (record.time !== undefined) mapped.time = located(record.time);
  if (record.request !== undefined) mapped.request = located(record.request);
  mapped.trace = record.trace.map(located);
  mapped.entries = record.entries.map((entry) => ({ ...entry, span: map(entry.span) }));
  mapped.hotspots = record.hotspots.map(map);
  return mapped;
}
