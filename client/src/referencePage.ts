import { commands, Disposable, Uri, ViewColumn, window, workspace } from "vscode";
import { Command } from "../../server/src/protocol.ts";
import type { Server } from "./server.ts";

/** Scheme of the read-only documents; the path is the topic with `.md` behind it. */
export const REFERENCE_SCHEME = "dreamfactory-errors";

/** Registers the reference pages as read-only Markdown documents, and the command that links to them. */
export function registerReferencePages(server: Server): Disposable {
  const provider = workspace.registerTextDocumentContentProvider(REFERENCE_SCHEME, {
    provideTextDocumentContent: async (uri) => (await server.referencePage(topicOf(uri)))?.markdown,
  });
  const command = commands.registerCommand(Command.openReference, async (topic: unknown) => {
    if (typeof topic === "string") await openReferencePage(topic);
  });
  return Disposable.from(provider, command);
}

/** Opens a page beside the active editor, rendered; as text where the Markdown preview is disabled. */
export async function openReferencePage(topic: string): Promise<void> {
  const uri = uriOf(topic);
  try {
    await commands.executeCommand("markdown.showPreviewToSide", uri);
  } catch {
    await window.showTextDocument(uri, { viewColumn: ViewColumn.Beside, preview: true });
  }
}

function uriOf(topic: string): Uri {
  return Uri.from({ scheme: REFERENCE_SCHEME, path: `/${topic}.md` });
}

function topicOf(uri: Uri): string {
  return uri.path.replace(/^\//, "").replace(/\.md$/, "");
}
