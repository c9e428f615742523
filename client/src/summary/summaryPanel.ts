import {
  commands,
  type Disposable,
  l10n,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import type { ScanFilter } from "../../../server/src/protocol.ts";
import type { OpenPlace } from "../scan/openPlace.ts";
import { SCAN_AGAIN } from "../scan/scanCommands.ts";
import type { Scans } from "../scan/scans.ts";
import type { ReportFormat, ToPage, ToPanel } from "./messages.ts";
import { summaryPage } from "./page.ts";
import { summaryWords } from "./words.ts";

/** The panel "Error Summary": the current scan by the filters of its page. */
export interface SummaryPanel extends Disposable {
  show(): Promise<void>;
}

/** How many errors the page lists at a time. */
const LISTED = 100;

export function createSummaryPanel(scans: Scans, extension: Uri, openPlace: OpenPlace): SummaryPanel {
  let panel: WebviewPanel | undefined;
  let filter: ScanFilter = {};
  /** How many errors the page shows, or will. */
  let listed = LISTED;
  /** Of several answers under way, the last one asked for counts. */
  let asked = 0;

  function open(): WebviewPanel {
    const words = summaryWords();
    const dist = Uri.joinPath(extension, "dist");
    const opened = window.createWebviewPanel(
      "dreamfactoryErrors.summary",
      words.title,
      { viewColumn: ViewColumn.Active, preserveFocus: false },
      { enableScripts: true, localResourceRoots: [dist], enableFindWidget: true },
    );
    opened.iconPath = Uri.joinPath(extension, "client/images/icon.png");
    opened.webview.onDidReceiveMessage(receive);
    opened.onDidDispose(() => {
      panel = undefined;
      filter = {};
    });
    opened.webview.html = summaryPage(opened.webview, dist, words);
    return opened;
  }

  async function receive(message: ToPanel): Promise<void> {
    switch (message.type) {
      case "ready":
      case "filter":
        filter = message.filter;
        listed = LISTED;
        return update();
      case "more":
        listed = message.start + LISTED;
        return list(message.start);
      case "open":
        return openPlace(message.place);
      case "scanAgain":
        return commands.executeCommand(SCAN_AGAIN);
      case "export":
        return saveText(message.format, await scans.report(message.filter, message.format));
      case "picture":
        return savePicture(message.format, message.content);
    }
  }

  async function update(): Promise<void> {
    const { current } = scans;
    if (panel === undefined || current === undefined) return;
    asked += 1;
    const turn = asked;
    const [all, summary] = await Promise.all([scans.summary({}), scans.summary(filter)]);
    if (turn !== asked || all === null || summary === null) return;
    const { result, outdated } = current;
    send({ type: "scan", result, outdated, classes: all.classes.map(({ key }) => key), summary });
    await list(0);
  }

  async function list(start: number): Promise<void> {
    const turn = asked;
    const found = await scans.errors(filter, start, listed - start);
    if (found !== null && turn === asked) send({ type: "errors", list: found, start });
  }

  function send(message: ToPage): void {
    void panel?.webview.postMessage(message);
  }

  const changes = scans.onDidChange(update);
  return {
    async show() {
      if (panel === undefined) panel = open();
      else panel.reveal();
    },
    dispose() {
      changes.dispose();
      panel?.dispose();
    },
  };
}

const ENDINGS: Readonly<Record<ReportFormat | "svg" | "png", string>> = {
  markdown: "md",
  csv: "csv",
  json: "jsonl",
  svg: "svg",
  png: "png",
};

/** Whatever `files.encoding` says: a report goes to other people and programs. */
const UTF_8 = { encoding: "utf8" };

async function saveText(format: ReportFormat, text: string | null): Promise<void> {
  if (text === null) {
    void window.showErrorMessage(l10n.t("The server no longer knows this scan. Please scan again."));
    return;
  }
  return save(ENDINGS[format], await workspace.encode(text, UTF_8));
}

async function savePicture(format: "svg" | "png", content: string): Promise<void> {
  const bytes =
    format === "svg"
      ? await workspace.encode(content, UTF_8)
      : Uint8Array.from(atob(content), (char) => char.charCodeAt(0));
  return save(ENDINGS[format], bytes);
}

async function save(ending: string, bytes: Uint8Array): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const name = `dreamfactory-errors.${ending}`;
  const target = await window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, name) }),
    filters: { [ending.toUpperCase()]: [ending] },
    saveLabel: l10n.t("Export"),
  });
  if (target === undefined) return;
  try {
    await workspace.fs.writeFile(target, bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(
      l10n.t("Could not write {0}: {1}", workspace.asRelativePath(target), reason),
    );
    return;
  }
  const show = l10n.t("Open");
  const choice = await window.showInformationMessage(l10n.t("Exported {0}.", name), show);
  if (choice === show) await commands.executeCommand("vscode.open", target);
}
