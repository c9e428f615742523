import type { Span } from "./span.ts";
import { shiftSpan } from "./span.ts";

/**
 * A copy of plain data with every span in it moved by `delta`. Objects that were one stay one, so that a fault still
 * names the very request it stands in. Costs time in the size of the data.
 */
export function shiftSpans<T>(value: T, delta: number): T {
  return delta === 0 ? value : (shiftAll(value, delta, new Map()) as T);
}

function shiftAll(value: unknown, delta: number, copies: Map<object, object>): unknown {
  if (typeof value !== "object" || value === null) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  if (isSpan(value)) return shiftSpan(value, delta);
  const copy = Array.isArray(value)
    ? value.map((item) => shiftAll(item, delta, copies))
    : Object.fromEntries(
        Object.entries(value).map(([key, member]) => [key, shiftAll(member, delta, copies)]),
      );
  copies.set(value, copy);
  return copy;
}

function isSpan(value: object): value is Span {
  return "start" in value && typeof value.start === "number" && "end" in value;
}
