import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Location, Position } from "vscode-languageserver-types";
import type { ParsedDocument } from "../documents/model.ts";
import { toRange } from "./positions.ts";
import { placeOf } from "./recordRanges.ts";
import { recordAround } from "./recordsWithin.ts";
import { similarRecords } from "./similarRecords.ts";

/** As many as an editor can list. */
const MAX_REFERENCES = 10_000;

/**
 * All records like the one at the position: same class, same message but for its values.
 */
export function getReferences(
  document: TextDocument,
  parsed: ParsedDocument,
  position: Position,
): Location[] | undefined {
  const record = recordAround(parsed, document.offsetAt(position));
  return (
    record &&
    similarRecords(parsed, record, MAX_REFERENCES).map((each) => ({
      uri: document.uri,
      range: toRange(document, placeOf(each)),
    }))
  );
}
