import type { TextDocument } from "vscode-languageserver-textdocument";
import type { DocumentSymbol, SymbolInformation } from "vscode-languageserver-types";
import type { ClientSupport } from "../clientSupport.ts";
import type { ParsedDocument } from "../documents/model.ts";
import { outlineRecords } from "./outline/recordSymbols.ts";
import { outlineRequests } from "./outline/requestSymbols.ts";

/**
 * The outline: requests with their bodies, responses and errors, or the errors of a log in text order. What goes
 * beyond the limit is counted in a last symbol.
 */
export function getDocumentSymbols(
  document: TextDocument,
  parsed: ParsedDocument,
  support: ClientSupport,
): DocumentSymbol[] | SymbolInformation[] {
  const symbols =
    parsed.requests === undefined
      ? outlineRecords(document, parsed.records, parsed.recordsEnd === undefined)
      : outlineRequests(document, parsed.requests.http, parsed);
  return support.hierarchicalSymbols ? symbols : flatten(symbols, document.uri);
}

function flatten(symbols: readonly DocumentSymbol[], uri: string, container?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(container !== undefined && { containerName: container }) },
    ...flatten(children, uri, name),
  ]);
}
