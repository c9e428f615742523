import type { TextDocument } from "vscode-languageserver-textdocument";
import type { DocumentSymbol } from "vscode-languageserver-types";
import { SymbolKind } from "vscode-languageserver-types";
import { explainRecord } from "../../records/explain.ts";
import type { BatchEntry, ErrorRecord } from "../../records/model.ts";
import type { Phrase } from "../../text/phrase.ts";
import type { Span } from "../../text/span.ts";
import { encloses } from "../../text/span.ts";
import { recordLabel, toLabel } from "../labels.ts";
import { toRange } from "../positions.ts";
import { say } from "../words.ts";

/** More symbols than that make an outline slow, and nobody looks through them. */
const MAX_RECORDS = 1_000;
const MAX_ENTRIES = 50;
const LONGEST_NAME = 100;

/**
 * One symbol for each record, in text order, its failing batch records below it. Not `complete`, when there are further
 * ones than these.
 */
export function outlineRecords(
  document: TextDocument,
  records: readonly ErrorRecord[],
  complete = true,
): DocumentSymbol[] {
  const symbols = records.slice(0, MAX_RECORDS).map((record) => recordSymbol(document, record));
  const next = records[MAX_RECORDS];
  if (next === undefined) return symbols;
  const name = {
    text: complete ? "… {count} more errors" : "… over {count} more errors",
    args: { count: records.length - MAX_RECORDS },
  };
  return [...symbols, omittedSymbol(document, next.span, name)];
}

/** Stands for all further symbols, so that nobody takes the outline for complete. */
export function omittedSymbol(document: TextDocument, span: Span, name: Phrase): DocumentSymbol {
  const range = toRange(document, span);
  return { name: say(name), kind: SymbolKind.Null, range, selectionRange: range };
}

function recordSymbol(document: TextDocument, record: ErrorRecord): DocumentSymbol {
  const explanation = explainRecord(record);
  const title = say(explanation.title);
  const children = record.entries.slice(0, MAX_ENTRIES).map((entry) => entrySymbol(document, entry));
  return {
    name: recordLabel(explanation, LONGEST_NAME),
    detail: record.time === undefined ? title : toLabel(record.time.value, 40),
    kind: SymbolKind.Event,
    range: toRange(document, record.span),
    selectionRange: toRange(document, selectionOf(record)),
    ...(children.length > 0 && { children }),
  };
}

function entrySymbol(document: TextDocument, { index, message = "", span }: BatchEntry): DocumentSymbol {
  const range = toRange(document, span);
  const name = say({ text: "Record {index}", args: { index } });
  return {
    name: toLabel(message === "" ? name : `${name}: ${message}`, LONGEST_NAME),
    kind: SymbolKind.Event,
    range,
    selectionRange: range,
  };
}

/** LSP wants it inside the symbol's range. */
function selectionOf({ span, message, hotspots }: ErrorRecord): Span {
  return [message?.span, ...hotspots].find((each) => each !== undefined && encloses(span, each)) ?? span;
}
