import { commands, type Disposable, type TextEditor, window } from "vscode";

/** Registers a command on the active editor that ends when `run` does; without an editor it does nothing. */
export function registerEditorCommand(
  command: string,
  run: (editor: TextEditor) => Promise<void>,
): Disposable {
  return commands.registerCommand(command, async () => {
    if (window.activeTextEditor !== undefined) await run(window.activeTextEditor);
  });
}
