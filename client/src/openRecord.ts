import type { Disposable, TextEditor } from "vscode";
import { registerEditorCommand } from "./editorCommand.ts";
import { sayNoErrorHere } from "./explainAtCursor.ts";
import type { Server } from "./server.ts";
import { showText } from "./showText.ts";

/** Registers "Open Error Under Cursor as JSON": without the escapes around it, formatted, secrets masked. */
export function registerOpenRecord(server: Server): Disposable {
  return registerEditorCommand("dreamfactoryErrors.openAsJson", (editor) => openRecord(server, editor));
}

async function openRecord(server: Server, { document, selection }: TextEditor): Promise<void> {
  const opened = await server.openRecord(document.uri, selection.active);
  if (opened === null) return sayNoErrorHere();
  await showText(opened);
}
