import { Disposable, type Uri } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { createSummaryPanel } from "../summary/summaryPanel.ts";
import { registerEditorFiles } from "./editorFiles.ts";
import { registerErrorTree } from "./errorTree.ts";
import { placeOpener } from "./openPlace.ts";
import { registerScanCommands } from "./scanCommands.ts";
import { createScans } from "./scans.ts";
import { registerUnpackedFiles } from "./unpackedFiles.ts";
import { watchScannedFiles } from "./watchScannedFiles.ts";

/** Everything about logs that need not be open: commands, the view, the summary. */
export function registerScanning(
  client: BaseLanguageClient,
  started: Promise<void>,
  extension: Uri,
): Disposable {
  const scans = createScans(client, started);
  const unpacked = registerUnpackedFiles(scans.unpack);
  const openPlace = placeOpener(unpacked);
  const panel = createSummaryPanel(scans, extension, openPlace);
  return Disposable.from(
    registerEditorFiles(client),
    registerScanCommands(scans, panel.show),
    registerErrorTree(scans, openPlace),
    watchScannedFiles(scans),
    panel,
    unpacked,
    scans,
  );
}
