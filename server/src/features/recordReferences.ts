import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Location, Position } from "vscode-languageserver-types";
import type { ParsedDocument } from "../documents/model.ts";
import { batchErrorsAt } from "./batchRecords.ts";
import { toRange } from "./positions.ts";
import { placeOf } from "./recordPlace.ts";
import { recordAround } from "./recordsWithin.ts";
import { similarRecords } from "./similarRecords.ts";

/** As many as an editor can list. */
const MAX_REFERENCES = 10_000;

/**
 * All errors like the one at the position: same class, same message but for its values. For a record in the body of
 * a request: what the answer below says of it.
 */
export function getReferences(
  document: TextDocument,
  parsed: ParsedDocument,
  position: Position,
): Location[] | undefined {
  const offset = document.offsetAt(position);
  const record = recordAround(parsed, offset);
  const spans =
    record === undefined
      ? batchErrorsAt(parsed, offset)
      : similarRecords(parsed.records, record, MAX_REFERENCES).map(placeOf);
  if (spans.length === 0) return undefined;
  return spans.map((span) => ({ uri: document.uri, range: toRange(document, span) }));
}
