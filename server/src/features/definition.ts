import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Definition, DefinitionLink, Position } from "vscode-languageserver-types";
import type { ClientSupport } from "../clientSupport.ts";
import type { ParsedDocument } from "../documents/model.ts";
import { batchLinkAt } from "./batchRecords.ts";
import { toRange } from "./positions.ts";

/** From a failing index of a batch answer to the record in the request above it. */
export function getDefinition(
  document: TextDocument,
  parsed: ParsedDocument,
  position: Position,
  support: ClientSupport,
): Definition | DefinitionLink[] | undefined {
  const link = batchLinkAt(parsed, document.offsetAt(position));
  if (link === undefined) return undefined;
  const { uri } = document;
  const range = toRange(document, link.target);
  if (!support.definitionLinks) return { uri, range };
  return [
    {
      originSelectionRange: toRange(document, link.origin),
      targetUri: uri,
      targetRange: range,
      targetSelectionRange: range,
    },
  ];
}
