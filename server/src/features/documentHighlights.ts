import type { TextDocument } from "vscode-languageserver-textdocument";
import type { DocumentHighlight, Position } from "vscode-languageserver-types";
import { DocumentHighlightKind } from "vscode-languageserver-types";
import type { ParsedDocument } from "../documents/model.ts";
import type { Span } from "../text/span.ts";
import { recordAt } from "./findAt.ts";
import { toRange } from "./positions.ts";
import { placeOf } from "./recordPlace.ts";
import { similarRecords } from "./similarRecords.ts";

/** An editor asks after every move of the cursor: only what may be in sight is compared. */
const NEIGHBORS = 200;

/**
 * The parts of the record under the cursor, and the messages of the records like it nearby. Only from a record's key, code,
 * message or class: on all other words the editor highlights the same word, as everywhere.
 */
export function getDocumentHighlights(
  document: TextDocument,
  parsed: ParsedDocument,
  position: Position,
): DocumentHighlight[] | undefined {
  const found = recordAt(parsed, document.offsetAt(position));
  if (found === undefined) return undefined;
  const { record } = found;
  const index = parsed.records.indexOf(record);
  const nearby = parsed.records.slice(Math.max(0, index - NEIGHBORS), index + NEIGHBORS);
  const others = similarRecords(nearby, record, nearby.length).filter((each) => each !== record);
  return withoutOverlaps([...record.hotspots, ...others.map(placeOf)]).map((span) => ({
    range: toRange(document, span),
    kind: DocumentHighlightKind.Text,
  }));
}

function withoutOverlaps(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
}
