import { commands, type Disposable, l10n, window, workspace } from "vscode";
import type { BaseLanguageClient, WorkspaceEdit } from "vscode-languageclient";
import { Command } from "../../server/src/protocol.ts";

/** Registers the command behind code lenses that change the document. */
export function registerApplyEdit(client: BaseLanguageClient): Disposable {
  return commands.registerCommand(Command.applyEdit, async (edit: unknown) => {
    if (isWorkspaceEdit(edit)) await applyEdit(client, edit);
  });
}

async function applyEdit(client: BaseLanguageClient, edit: WorkspaceEdit): Promise<void> {
  if (!edit.documentChanges?.every((change) => isCurrent(client, change))) {
    await window.showInformationMessage(l10n.t("The document has changed meanwhile. Please try again."));
    return;
  }
  await workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit));
}

/** The places in an edit hold for the version that it was made for. */
function isCurrent(
  { protocol2CodeConverter }: BaseLanguageClient,
  change: NonNullable<WorkspaceEdit["documentChanges"]>[number],
): boolean {
  if (!("textDocument" in change)) return false;
  const uri = protocol2CodeConverter.asUri(change.textDocument.uri).toString();
  const document = workspace.textDocuments.find((each) => each.uri.toString() === uri);
  return document?.version === change.textDocument.version;
}

function isWorkspaceEdit(value: unknown): value is WorkspaceEdit {
  return typeof value === "object" && value !== null && "documentChanges" in value;
}
