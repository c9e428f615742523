import type { TextDocument } from "vscode-languageserver-textdocument";
import type { TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { ClientSupport } from "../clientSupport.ts";
import type { Edit } from "../text/edit.ts";
import type { Phrase } from "../text/phrase.ts";
import { fillFor, toRange } from "./positions.ts";

/**
 * Edits of one document as the editor understands them, tied to the version where it can be. With `ask`, an edit
 * that is not certain to be meant, the editor shows it first, if it can.
 */
export function toWorkspaceEdit(
  document: TextDocument,
  edits: readonly Edit[],
  support: ClientSupport,
  ask?: Phrase,
): WorkspaceEdit {
  const { uri, version } = document;
  const textEdits = edits.map(({ span, newText }): TextEdit => ({ range: toRange(document, span), newText }));
  if (!support.versionedEdits) return { changes: { [uri]: textEdits } };
  const textDocument = { uri, version };
  if (ask === undefined || !support.changeAnnotations)
    return { documentChanges: [{ textDocument, edits: textEdits }] };
  const annotated = textEdits.map((edit) => ({ ...edit, annotationId: ANNOTATION }));
  return {
    documentChanges: [{ textDocument, edits: annotated }],
    changeAnnotations: { [ANNOTATION]: { label: fillFor(document, ask), needsConfirmation: true } },
  };
}

const ANNOTATION = "unsafe";
