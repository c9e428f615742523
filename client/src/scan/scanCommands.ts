import {
  commands,
  Disposable,
  l10n,
  ProgressLocation,
  type QuickPickItem,
  TabInputText,
  Uri,
  window,
  workspace,
} from "vscode";
import type { ScanResult } from "../../../server/src/protocol.ts";
import type { CurrentScan, Scans } from "./scans.ts";
import { fileShownBy } from "./unpackedFiles.ts";

/** Its optional argument is the file to scan. */
export const SCAN_LOG = "dreamfactoryErrors.scanLog";
const SCAN_WORKSPACE = "dreamfactoryErrors.scanWorkspace";
export const SCAN_AGAIN = "dreamfactoryErrors.scanAgain";
/** Shows what was scanned last, whatever stands in front; not in the palette. */
export const SHOW_SCAN = "dreamfactoryErrors.showScan";

/** What is worth a scan unasked; the menus in `package.json` show the commands for the same names. */
export const LOG = /\.(log|out|err|jsonl|ndjson|har)([.-]\d[\w.-]*)?(\.gz)?$/i;

/** Registers the commands that scan, and the one that shows what was found. */
export function registerScanCommands(scans: Scans, show: () => Promise<void>): Disposable {
  async function scan(uris: readonly Uri[] | undefined): Promise<void> {
    if (uris === undefined || uris.length === 0) return;
    const { result } = await scanWithProgress(scans, uris);
    sayOutcome(result);
    if (result.records > 0) await show();
  }
  return Disposable.from(
    commands.registerCommand(SCAN_LOG, async (clicked: unknown, selected: unknown) =>
      scan(urisOf(clicked, selected) ?? (await askForUris())),
    ),
    commands.registerCommand(SCAN_WORKSPACE, () => scan(workspaceUris())),
    commands.registerCommand(SCAN_AGAIN, () => scan(scans.current?.uris)),
    commands.registerCommand(SHOW_SCAN, show),
    commands.registerCommand("dreamfactoryErrors.errorSummary", async () => {
      const active = activeUri();
      if (active !== undefined && LOG.test(active.path) && !isScanned(active, scans.current)) {
        await scan([active]);
      } else if (scans.current === undefined) {
        await scan(await askForUris());
      } else {
        await show();
      }
    }),
  );
}

/** Scans with a notification that shows how far it is and stops it. */
async function scanWithProgress(scans: Scans, uris: readonly Uri[]): Promise<CurrentScan> {
  return window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: l10n.t("Scanning for DreamFactory errors"),
      cancellable: true,
    },
    (progress, token) => scans.run(uris, progress, token),
  );
}

/** A context menu passes the clicked file, and all that are selected when it is one of them. */
function urisOf(clicked: unknown, selected: unknown): readonly Uri[] | undefined {
  const many = Array.isArray(selected) ? selected.filter((each) => each instanceof Uri) : [];
  if (many.length > 0) return many.map(fileShownBy);
  return clicked instanceof Uri ? [fileShownBy(clicked)] : undefined;
}

async function askForUris(): Promise<readonly Uri[] | undefined> {
  const active = activeUri();
  const folders = workspaceUris();
  const choices: (QuickPickItem & { readonly choose: () => Thenable<readonly Uri[] | undefined> })[] = [];
  if (active !== undefined) {
    const label = l10n.t("The Open File");
    const description = workspace.asRelativePath(active);
    choices.push({ label, description, choose: async () => [active] });
  }
  if (folders.length > 0) {
    choices.push({ label: l10n.t("All Logs of the Workspace"), choose: async () => folders });
  }
  choices.push(
    {
      label: l10n.t("Choose Files…"),
      choose: () => window.showOpenDialog({ canSelectMany: true, openLabel: l10n.t("Scan") }),
    },
    {
      label: l10n.t("Choose Folder…"),
      choose: () =>
        window.showOpenDialog({
          canSelectFiles: false,
          canSelectFolders: true,
          openLabel: l10n.t("Scan"),
        }),
    },
  );
  const choice = await window.showQuickPick(choices, { placeHolder: l10n.t("What to scan for errors") });
  return choice?.choose();
}

/** The file in the active tab, also when the editor hides it from extensions because of its size. */
function activeUri(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof TabInputText ? fileShownBy(input.uri) : undefined;
}

function workspaceUris(): readonly Uri[] {
  return (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
}

function isScanned(uri: Uri, scan: CurrentScan | undefined): boolean {
  return scan?.result.files.some((file) => file.uri === uri.toString()) ?? false;
}

function sayOutcome({ files, records, partial, omittedFiles }: ScanResult): void {
  const refused = files.filter(({ refusal }) => refusal !== undefined);
  const [first] = refused;
  if (first !== undefined) {
    const more = refused.length - 1;
    void window.showWarningMessage(
      more === 0
        ? l10n.t("{0} was not read: {1}.", first.name, plain(first.refusal))
        : l10n.t(
            "{0} was not read: {1}. Further files that were not read: {2}.",
            first.name,
            plain(first.refusal),
            more,
          ),
    );
  }
  if (omittedFiles > 0) {
    void window.showWarningMessage(
      l10n.t("Only the first {0} files were read; there are {1} more.", files.length, omittedFiles),
    );
  }
  if (records > 0) return;
  if (partial) void window.showInformationMessage(l10n.t("The scan was stopped before it found an error."));
  else if (files.length === 0) void window.showInformationMessage(l10n.t("There is no log to scan."));
  else if (refused.length < files.length) {
    void window.showInformationMessage(
      l10n.t("No DreamFactory error found. Files read: {0}.", files.length - refused.length),
    );
  }
}

function plain(refusal = ""): string {
  return refusal.replace(/\.$/, "");
}
