import { commands, Disposable, languages, type TextEditor, ViewColumn, window, workspace } from "vscode";
import { Command, type TextToShow } from "../../server/src/protocol.ts";
import { textAddress } from "./textAddress.ts";

/** Scheme of read-only documents that carry their text in their own address. */
const SCHEME = "dreamfactory-errors-text";

/** Registers the command that shows a text of the server's making beside the editor. */
export function registerShowText(): Disposable {
  const provider = workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: ({ query }) => query,
  });
  const command = commands.registerCommand(Command.showText, async (shown: unknown) => {
    if (isTextToShow(shown)) await showText(shown);
  });
  return Disposable.from(provider, command);
}

/** Opens a text beside the active editor; the name's ending decides the language. */
export async function showText({ name, text }: TextToShow): Promise<TextEditor> {
  const document = await workspace.openTextDocument(textAddress(SCHEME, name, text));
  if (name.endsWith(".http")) await languages.setTextDocumentLanguage(document, "http");
  return window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: true });
}

function isTextToShow(value: unknown): value is TextToShow {
  return typeof value === "object" && value !== null && "name" in value && "text" in value;
}
