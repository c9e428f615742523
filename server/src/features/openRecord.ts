import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Position } from "vscode-languageserver-types";
import type { ParsedDocument } from "../documents/model.ts";
import type { TextToShow } from "../protocol.ts";
import { explainRecord } from "../records/explain.ts";
import type { ErrorRecord } from "../records/model.ts";
import { recordJson } from "./recordJson.ts";
import { recordAround } from "./recordsWithin.ts";

/** The error around the position as a JSON document of its own: unescaped, formatted, secrets masked. */
export function openRecord(
  document: TextDocument,
  parsed: ParsedDocument,
  position: Position,
): TextToShow | undefined {
  const record = recordAround(parsed, document.offsetAt(position));
  return record && recordDocument(record, parsed.text);
}

/** The record as a JSON document with the name of a file; `source` is the text that it stands in. */
export function recordDocument(record: ErrorRecord, source: string): TextToShow {
  const { className = "error" } = explainRecord(record);
  const status = record.status?.value ?? record.code?.value;
  const title = [status, className].filter((part) => part !== undefined).join("-");
  return {
    name: `${title.replace(/[^\w-]+/g, "-")}.json`,
    text: `${withVisibleCharacters(JSON.stringify(recordJson(record, source), undefined, 2))}\n`,
  };
}

/** What could hide or reorder text stands only in strings, where an escape means the same. */
const INVISIBLE =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

function withVisibleCharacters(json: string): string {
  return json.replace(INVISIBLE, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
