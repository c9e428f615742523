import type { TextDocument } from "vscode-languageserver-textdocument";
import type { TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { ClientSupport } from "../clientSupport.ts";
import type { Edit } from "../text/edit.ts";
import type { Phrase } from "../text/phrase.ts";
import { fillFor, toRange } from "./positions.ts";

/** What the user is asked before an edit is made that is not certain to be meant. */
export interface Question {
  readonly label: Phrase;
  readonly description?: string;
}

/**
 * Edits of one document as the editor understands them, tied to the version where it can be. With `ask` the editor
 * shows them first, if it can.
 */
export function toWorkspaceEdit(
  document: TextDocument,
  edits: readonly Edit[],
  support: ClientSupport,
  ask?: Question,
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
    changeAnnotations: {
      [ANNOTATION]: {
        label: fillFor(document, ask.label),
        needsConfirmation: true,
        ...(ask.description === undefined ? {} : { description: ask.description }),
      },
    },
  };
}

const ANNOTATION = "unsafe";
