import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Definition, DefinitionLink, Position } from "vscode-languageserver-types";
import type { ClientSupport } from "../clientSupport.ts";
import type { ParsedDocument } from "../documents/model.ts";
import type { ReadDocument } from "./answeredRequest.ts";
import { batchLinkAt } from "./batchRecords.ts";
import { toRange } from "./positions.ts";

/** From a failing index of a batch answer to the record in the request above it, or in the one of the `others`. */
export function getDefinition(
  document: TextDocument,
  parsed: ParsedDocument,
  position: Position,
  support: ClientSupport,
  others: readonly ReadDocument[] = [],
): Definition | DefinitionLink[] | undefined {
  const link = batchLinkAt({ document, parsed }, document.offsetAt(position), others);
  if (link === undefined) return undefined;
  const { uri } = link.document;
  const range = toRange(link.document, link.target);
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
