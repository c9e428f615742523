import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Position } from "vscode-languageserver-types";
import type { ParsedDocument } from "../documents/model.ts";
import type { OpenedRecord } from "../protocol.ts";
import { explainRecord } from "../records/explain.ts";
import { recordJson } from "./recordJson.ts";
import { recordAround } from "./recordsWithin.ts";

/** The error around the position as a JSON document of its own: unescaped, formatted, secrets masked. */
export function openRecord(
  document: TextDocument,
  parsed: ParsedDocument,
  position: Position,
): OpenedRecord | undefined {
  const record = recordAround(parsed, document.offsetAt(position));
  if (record === undefined) return undefined;
  const { className = "error" } = explainRecord(record);
  const status = record.status?.value ?? record.code?.value;
  const title = [status, className].filter((part) => part !== undefined).join("-");
  return {
    title: `${title.replace(/[^\w-]+/g, "-")}.json`,
    languageId: "json",
    text: `${withVisibleCharacters(JSON.stringify(recordJson(record, parsed.text), undefined, 2))}\n`,
  };
}

/** What could hide or reorder text stands only in strings, where an escape means the same. */
const INVISIBLE =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

function withVisibleCharacters(json: string): string {
  return json.replace(INVISIBLE, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
