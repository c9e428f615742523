import { commands, type Disposable, l10n, type TextEditor, window } from "vscode";
import { registerEditorCommand } from "./editorCommand.ts";
import { LOOK_UP_ERROR } from "./lookUpError.ts";
import { openReferencePage } from "./referencePage.ts";
import type { Server } from "./server.ts";

/** Registers "Explain Error Under Cursor": what the hover offers, for people who work without a mouse. */
export function registerExplainAtCursor(server: Server): Disposable {
  return registerEditorCommand("dreamfactoryErrors.explainAtCursor", (editor) => explainAt(server, editor));
}

async function explainAt(server: Server, editor: TextEditor): Promise<void> {
  const found = await server.explainAt(editor.document.uri, editor.selection.active);
  if (found !== null) return openReferencePage(found.topic);
  await sayNoErrorHere();
}

/** The answer to somebody who asked for an error where none stands: the lookup knows more than the file. */
export async function sayNoErrorHere(): Promise<void> {
  const lookUp = l10n.t("Look Up Error…");
  const choice = await window.showInformationMessage(
    l10n.t("No DreamFactory error under the cursor."),
    lookUp,
  );
  if (choice === lookUp) await commands.executeCommand(LOOK_UP_ERROR);
}
