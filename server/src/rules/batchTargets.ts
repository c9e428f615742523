import type { HttpRequest } from "../http/model.ts";
import type { BatchEntry, ErrorRecord } from "../records/model.ts";
import type { Span } from "../text/span.ts";
import { readAnswered } from "./answerRepairs.ts";
import { rawSpan } from "./decodedText.ts";
import type { DreamFactoryRequest } from "./dreamFactoryRequest.ts";
import { recordsOf } from "./records.ts";
import { findParameter } from "./requestUrl.ts";

/** A failing entry of a batch error and what it was in the request. */
export interface BatchTarget {
  readonly entry: BatchEntry;
  /** The record in the body, or the identifier in `ids`. */
  readonly span: Span;
}

/**
 * Ties each failing index of a batch error to its record in the request, in the order of the indexes. Entries whose
 * place hangs on a placeholder are left out.
 */
export function batchTargets(
  record: ErrorRecord,
  request: HttpRequest,
  text: string,
): readonly BatchTarget[] {
  if (record.entries.length === 0) return [];
  const read = readAnswered(request, text);
  const places = read === undefined ? [] : (idPlaces(read) ?? recordPlaces(read));
  return record.entries.flatMap((entry) => {
    const span = places[entry.index];
    return span === undefined ? [] : [{ entry, span }];
  });
}

/** With `ids` the server counts the identifiers, not the records. */
function idPlaces(request: DreamFactoryRequest): readonly Span[] | undefined {
  const ids = findParameter(request, "ids");
  if (ids === undefined || ids.value.value === "" || request.verb === "POST") return undefined;
  if (ids.hasPlaceholder) return [];
  const places: Span[] = [];
  let start = 0;
  for (const id of ids.value.value.split(",")) {
    places.push(rawSpan(ids.value, { start, end: start + id.length }));
    start += id.length + 1;
  }
  return places;
}

function recordPlaces(request: DreamFactoryRequest): readonly Span[] {
  const records = recordsOf(request);
  if (records === "none" || records === "unknown" || findParameter(request, "filter", "where") !== undefined)
    return [];
  if (records.kind !== "array") return [records.span];
  // Behind a placeholder that may hold several records nobody knows the index.
  const unsure = records.items.findIndex((item) => item.open && item.kind === "unknown");
  return records.items.slice(0, unsure < 0 ? undefined : unsure).map((item) => item.span);
}
