import type { ErrorRecord } from "../records/model.ts";
import type { Span } from "../text/span.ts";

/** The part of a record to jump to: its message, else the first word that can be explained. */
export function placeOf({ message, hotspots, span }: ErrorRecord): Span {
  if (message !== undefined && message.span.end > message.span.start) return message.span;
  return hotspots[0] ?? span;
}
