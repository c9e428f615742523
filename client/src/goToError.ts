import {
  commands,
  Disposable,
  l10n,
  type Position,
  Range,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  window,
} from "vscode";
import type { DocumentRange } from "../../server/src/protocol.ts";
import { registerEditorCommand } from "./editorCommand.ts";
import type { Server } from "./server.ts";

/** Registers "Go to Next Error" and "Go to Previous Error", which go round at the ends of the document. */
export function registerGoToError(server: Server): Disposable {
  return Disposable.from(
    registerEditorCommand("dreamfactoryErrors.nextError", (editor) => goToError(server, editor, "next")),
    registerEditorCommand("dreamfactoryErrors.previousError", (editor) =>
      goToError(server, editor, "previous"),
    ),
  );
}

async function goToError(server: Server, editor: TextEditor, direction: "next" | "previous"): Promise<void> {
  const found = await server.nextError(editor.document.uri, editor.selection.active, direction);
  if (found === null) return sayNoErrors();
  reveal(editor, toRange(found).start);
  // As with problems, arriving shows what is the matter; without the focus, so that the next one is a key away.
  await commands.executeCommand("editor.action.showHover", { focus: "noAutoFocus" });
}

/** Puts the cursor at a place and the place on screen. */
export function reveal(editor: TextEditor, place: Position): void {
  editor.selection = new Selection(place, place);
  editor.revealRange(new Range(place, place), TextEditorRevealType.InCenterIfOutsideViewport);
}

/** A range of the protocol as the editor has it. */
export function toRange({ start, end }: DocumentRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** The answer to somebody who asked for errors where there are none. */
export function sayNoErrors(): void {
  void window.showInformationMessage(l10n.t("No DreamFactory error in this file."));
}
