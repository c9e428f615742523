import type { QuickPickItem } from "vscode";
import { type Disposable, l10n, type Range, type TextEditor, window } from "vscode";
import type { ErrorList, ListedError } from "../../server/src/protocol.ts";
import { registerEditorCommand } from "./editorCommand.ts";
import { reveal, sayNoErrors, toRange } from "./goToError.ts";
import type { Server } from "./server.ts";

/** The command "Go to Error in File…". */
export const LIST_ERRORS = "dreamfactoryErrors.listErrors";

export function registerListErrors(server: Server): Disposable {
  return registerEditorCommand(LIST_ERRORS, (editor) => listErrors(server, editor));
}

interface Row extends QuickPickItem {
  readonly range: Range;
}

/** Shows each error while its row is chosen, as the editor's own lists of symbols do; Escape returns. */
async function listErrors(server: Server, editor: TextEditor): Promise<void> {
  const list = await server.listErrors(editor.document.uri);
  if (list === null || list.errors.length === 0) return sayNoErrors();
  const { errors } = list;
  const before = { selection: editor.selection, visible: editor.visibleRanges[0] };
  const picker = window.createQuickPick<Row>();
  picker.title = titleOf(list);
  picker.placeholder = l10n.t("Class, status or words of the message");
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.items = errors.map(rowOf);
  const here = picker.items.findLast(({ range }) => range.start.isBeforeOrEqual(editor.selection.active));
  if (here !== undefined) picker.activeItems = [here];

  let accepted = false;
  picker.onDidChangeActive(([row]) => {
    if (row !== undefined) reveal(editor, row.range.start);
  });
  picker.onDidAccept(() => {
    accepted = true;
    picker.hide();
  });
  picker.onDidHide(() => {
    if (!accepted) {
      editor.selection = before.selection;
      if (before.visible !== undefined) editor.revealRange(before.visible);
    }
    picker.dispose();
  });
  picker.show();
}

function titleOf({ errors, omitted, complete }: ErrorList): string {
  const count = errors.length + omitted;
  if (!complete) return l10n.t("Errors in This File: the first {0} of more than {1}", errors.length, count);
  return omitted === 0
    ? l10n.t("Errors in This File")
    : l10n.t("Errors in This File: the first {0} of {1}", errors.length, count);
}

function rowOf({ label, title, time, range }: ListedError): Row {
  const place = l10n.t("line {0}", range.start.line + 1);
  return {
    label,
    ...(label.startsWith(title) ? {} : { description: title }),
    detail: time === undefined ? place : `${place} · ${time}`,
    range: toRange(range),
  };
}
