import { type Disposable, l10n, SnippetString, type TextEditor, window } from "vscode";
import { registerEditorCommand } from "./editorCommand.ts";
import type { Server } from "./server.ts";

/** Registers "Insert Retry Function", in the language of the file. */
export function registerRetrySnippet(server: Server): Disposable {
  return registerEditorCommand("dreamfactoryErrors.insertRetry", (editor) => insertRetry(server, editor));
}

async function insertRetry(server: Server, editor: TextEditor): Promise<void> {
  const snippet = await server.retrySnippet(editor.document.languageId);
  if (snippet === null) {
    await window.showInformationMessage(
      l10n.t("There is a retry function for JavaScript, TypeScript, Python and PHP."),
    );
    return;
  }
  await editor.insertSnippet(new SnippetString().appendText(snippet.code));
}
