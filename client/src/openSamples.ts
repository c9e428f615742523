import { commands, Disposable, ViewColumn, window, workspace } from "vscode";
import { reveal } from "./goToError.ts";
import { SAMPLE_LOG, SAMPLE_REQUESTS } from "./samples.ts";
import { showText } from "./showText.ts";

/** Registers what the buttons of the walkthrough do. */
export function registerSamples(): Disposable {
  return Disposable.from(
    commands.registerCommand("dreamfactoryErrors.openSampleLog", openSampleLog),
    commands.registerCommand("dreamfactoryErrors.explainSample", explainSample),
    commands.registerCommand("dreamfactoryErrors.openSampleRequests", openSampleRequests),
  );
}

async function openSampleLog() {
  return showText({ name: "sample.log", text: SAMPLE_LOG });
}

async function explainSample(): Promise<void> {
  const editor = await openSampleLog();
  reveal(editor, editor.document.positionAt(SAMPLE_LOG.indexOf("Duplicate entry")));
  await commands.executeCommand("editor.action.showHover");
}

/** Untitled, because it is there to be changed. */
async function openSampleRequests(): Promise<void> {
  const document = await workspace.openTextDocument({ language: "http", content: SAMPLE_REQUESTS });
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside });
}
