import {
  Disposable,
  FileSystemError,
  l10n,
  StatusBarAlignment,
  TabInputText,
  type Uri,
  window,
  workspace,
} from "vscode";
import { SCAN_LOG } from "./scan/scanCommands.ts";

/** VS Code shows bigger files, and keeps them from extensions. */
const LARGEST = 50 * 1024 * 1024;

/** Files in which people look for errors; what language a hidden file has, nobody tells. */
const READ = /\.(?:log|http|rest|jsonl?|ndjson)(?:[.-]\d+)*$/i;

/** Says in the status bar when the active file is too big to be read, rather than that it holds no errors. */
export function registerHiddenFileStatus(): Disposable {
  const item = window.createStatusBarItem("dreamfactoryErrors.hiddenFile", StatusBarAlignment.Right);
  item.name = l10n.t("DreamFactory Errors");
  let latest: Uri | undefined;
  const update = async (): Promise<void> => {
    const uri = hiddenFile();
    latest = uri;
    const size = uri === undefined ? 0 : await sizeOf(uri);
    if (latest !== uri) return;
    if (uri === undefined || size <= LARGEST) return item.hide();
    const megabytes = Math.round(size / 1024 / 1024);
    item.text = `$(warning) ${l10n.t("{0} MB: errors are not explained", megabytes)}`;
    item.tooltip = l10n.t("VS Code keeps files above 50 MB from extensions. Click to scan this one.");
    item.command = { command: SCAN_LOG, title: item.tooltip, arguments: [uri] };
    item.show();
  };
  void update();
  return Disposable.from(
    item,
    window.tabGroups.onDidChangeTabs(update),
    window.tabGroups.onDidChangeTabGroups(update),
    window.onDidChangeActiveTextEditor(update),
  );
}

/** The file of the active tab, when no extension sees its text. */
function hiddenFile(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  if (window.activeTextEditor !== undefined || !(input instanceof TabInputText)) return undefined;
  return READ.test(input.uri.path) ? input.uri : undefined;
}

async function sizeOf(uri: Uri): Promise<number> {
  try {
    return (await workspace.fs.stat(uri)).size;
  } catch (error) {
    // A tab can outlive its file, and documents of other extensions have no size.
    if (error instanceof FileSystemError) return 0;
    throw error;
  }
}
