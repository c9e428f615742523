import {
  CancellationTokenSource,
  commands,
  type Disposable,
  env,
  l10n,
  type QuickInputButton,
  type QuickPick,
  type QuickPickItem,
  QuickPickItemKind,
  ThemeIcon,
  Uri,
  window,
} from "vscode";
import type { LookUpItem, LookUpKind } from "../../server/src/protocol.ts";
import { copyText } from "./copyText.ts";
import { openReferencePage } from "./referencePage.ts";
import type { Server } from "./server.ts";

/** The command "Look Up Error…". Its optional argument is the text to begin with. */
export const LOOK_UP_ERROR = "dreamfactoryErrors.lookUpError";

export function registerLookUpError(server: Server): Disposable {
  return commands.registerCommand(LOOK_UP_ERROR, async (query: unknown) => {
    openPicker(server, typeof query === "string" ? query : await queryAtCursor(server));
  });
}

interface Row extends QuickPickItem {
  /** Absent in separators. */
  readonly found?: LookUpItem;
}

function openPicker(server: Server, query: string): void {
  const picker: QuickPick<Row> & { sortByLabel?: boolean } = window.createQuickPick<Row>();
  // The server ranks. Without this property, which the typings lack, rows would move up when their label, and not
  // their detail, contains the query.
  picker.sortByLabel = false;
  picker.title = l10n.t("Look Up DreamFactory Error");
  picker.placeholder = l10n.t("Code, class, words of a message, or a whole envelope or log line");
  picker.value = query;

  let request = new CancellationTokenSource();
  const refresh = async (value: string): Promise<void> => {
    request.cancel();
    request = new CancellationTokenSource();
    const { token } = request;
    picker.busy = true;
    try {
      const found = await server.lookUp(value, token);
      if (!token.isCancellationRequested) picker.items = rowsOf(found);
    } catch (error) {
      if (!token.isCancellationRequested) throw error;
    } finally {
      if (!token.isCancellationRequested) picker.busy = false;
    }
  };

  let refreshed = refresh(query);
  picker.onDidChangeValue((value) => {
    refreshed = refresh(value);
  });
  picker.onDidAccept(async () => {
    // Who types and presses Enter at once means what was typed, not what was listed before.
    const stale = picker.busy;
    await refreshed;
    const [chosen] = stale ? picker.items.filter((row) => row.found) : picker.selectedItems;
    if (chosen?.found === undefined) return;
    picker.hide();
    await openReferencePage(chosen.found.topic);
  });
  picker.onDidTriggerItemButton(async ({ item: { found }, button }) => {
    if (isOnlineButton(button)) await env.openExternal(Uri.parse(button.address));
    else if (found !== undefined) await copyText(`${found.label}\n${found.detail}`);
  });
  picker.onDidHide(() => {
    request.cancel();
    picker.dispose();
  });
  picker.show();
}

/** Rows by kind, each kind under a heading; the kind with the best row first. */
function rowsOf(items: readonly LookUpItem[]): Row[] {
  const kinds = new Set(items.map(({ kind }) => kind));
  return [...kinds].flatMap((kind) => [
    { label: titleOf(kind), kind: QuickPickItemKind.Separator },
    ...items.filter((item) => item.kind === kind).map(rowOf),
  ]);
}

function rowOf(found: LookUpItem): Row {
  return {
    label: `$(${ICONS[found.kind]}) ${found.label}`,
    description: found.description,
    // A picker shows plain text, and the sentences are Markdown.
    detail: found.detail.replaceAll("`", ""),
    alwaysShow: true,
    buttons: [
      { iconPath: new ThemeIcon("copy"), tooltip: l10n.t("Copy") },
      ...(found.online === undefined ? [] : [onlineButton(found.online)]),
    ],
    found,
  };
}

interface OnlineButton extends QuickInputButton {
  readonly address: string;
}

function onlineButton(address: string): OnlineButton {
  return { iconPath: new ThemeIcon("link-external"), tooltip: l10n.t("Open Online"), address };
}

function isOnlineButton(button: QuickInputButton): button is OnlineButton {
  return "address" in button;
}

const ICONS: Readonly<Record<LookUpKind, string>> = {
  "client-error": "error",
  "server-error": "server",
  message: "comment",
  fault: "json",
  rule: "law",
  reference: "book",
};

function titleOf(kind: LookUpKind): string {
  const titles: Readonly<Record<LookUpKind, string>> = {
    "client-error": l10n.t("4xx: the request is refused"),
    "server-error": l10n.t("5xx: the server fails"),
    message: l10n.t("Messages"),
    fault: l10n.t("Mistakes in JSON"),
    rule: l10n.t("Mistakes in requests"),
    reference: l10n.t("Reference"),
  };
  return titles[kind];
}

/** What the picker begins with: the selection, else the record under the cursor, else nothing. */
async function queryAtCursor(server: Server): Promise<string> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return "";
  const selected = editor.document.getText(editor.selection);
  if (selected !== "") return selected.replace(/\s+/g, " ").trim();
  return (await server.explainAt(editor.document.uri, editor.selection.active))?.query ?? "";
}
