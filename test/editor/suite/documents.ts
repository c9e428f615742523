import assert from "node:assert/strict";
import {
  type Diagnostic,
  languages,
  type Position,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from "vscode";

/** Shows a file of the workspace, which is this run's own copy. */
export async function show(name: string): Promise<TextEditor> {
  const folder = workspace.workspaceFolders?.[0];
  assert(folder, "No folder is open.");
  return window.showTextDocument(await workspace.openTextDocument(Uri.joinPath(folder.uri, name)));
}

/** Shows a new, unsaved document. */
export async function showNew(language: string, content: string): Promise<TextEditor> {
  let document = await workspace.openTextDocument({ language, content });
  // The name of a document that was closed a moment ago is given again, and can still stand for the former text.
  while (document.getText() !== content) document = await workspace.openTextDocument({ language, content });
  return window.showTextDocument(document);
}

/** The position of the first character of a text that the document holds. */
export function positionOf(document: TextDocument, text: string): Position {
  const offset = document.getText().indexOf(text);
  assert.notEqual(offset, -1, `The document lacks ${text}.`);
  return document.positionAt(offset);
}

/** Resolves with our diagnostics of a document as soon as they are as expected. */
export async function diagnosticsOf(
  document: TextDocument,
  expected: (diagnostics: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  const ours = () => languages.getDiagnostics(document.uri).filter(({ source }) => source === "DreamFactory");
  return new Promise((found) => {
    const listener = languages.onDidChangeDiagnostics(look);
    look();
    function look(): void {
      const diagnostics = ours();
      if (!expected(diagnostics)) return;
      listener.dispose();
      found(diagnostics);
    }
  });
}
