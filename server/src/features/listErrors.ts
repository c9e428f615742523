import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ParsedDocument } from "../documents/model.ts";
import type { ErrorList, ListedError } from "../protocol.ts";
import { explainRecord } from "../records/explain.ts";
import type { ErrorRecord } from "../records/model.ts";
import { recordLabel, toLabel } from "./labels.ts";
import { toRange } from "./positions.ts";
import { placeOf } from "./recordPlace.ts";
import { say } from "./words.ts";

/** As many as the outline has: nobody reads on. */
const MAX_ERRORS = 1_000;
const LONGEST_LABEL = 160;

/** The errors of a document in words, for a list to choose from. */
export function listErrors(document: TextDocument, { records, recordsEnd }: ParsedDocument): ErrorList {
  return {
    errors: records.slice(0, MAX_ERRORS).map((record) => toListed(document, record)),
    omitted: Math.max(0, records.length - MAX_ERRORS),
    complete: recordsEnd === undefined,
  };
}

function toListed(document: TextDocument, record: ErrorRecord): ListedError {
  const explanation = explainRecord(record);
  return {
    label: recordLabel(explanation, LONGEST_LABEL),
    title: say(explanation.title),
    ...(record.time !== undefined && { time: toLabel(record.time.value, 40) }),
    range: toRange(document, placeOf(record)),
  };
}
