import { commands, Disposable, l10n, Uri, ViewColumn, window, workspace } from "vscode";
import { Command } from "../../server/src/protocol.ts";
import type { Server } from "./server.ts";
import { textAddress } from "./textAddress.ts";

/**
 * Scheme of the read-only documents. The path is the topic with `.md` behind it; with a query, the page explains the
 * text that the query is.
 */
const REFERENCE_SCHEME = "dreamfactory-errors";

/** More than that makes no address. */
const LONGEST_TEXT = 50_000;

/** Registers the reference pages as read-only Markdown documents, and the command that links to them. */
export function registerReferencePages(server: Server): Disposable {
  const provider = workspace.registerTextDocumentContentProvider(REFERENCE_SCHEME, {
    provideTextDocumentContent: (uri) => markdownOf(server, uri),
  });
  const command = commands.registerCommand(Command.openReference, async (topic: unknown) => {
    if (typeof topic === "string") await openReferencePage(topic);
  });
  return Disposable.from(provider, command);
}

/** Opens a page beside the active editor, rendered; as text where the Markdown preview is disabled. */
export async function openReferencePage(topic: string): Promise<void> {
  await openPage(uriOf(topic));
}

async function openPage(uri: Uri): Promise<void> {
  try {
    await commands.executeCommand("markdown.showPreviewToSide", uri);
  } catch {
    await window.showTextDocument(uri, { viewColumn: ViewColumn.Beside, preview: true });
  }
}

/** Opens a page about the errors in a text that is no document. */
export async function openExplanation(text: string): Promise<void> {
  const name = l10n.t("Explanation");
  await openPage(textAddress(REFERENCE_SCHEME, `${name}.md`, text.slice(0, LONGEST_TEXT)));
}

async function markdownOf(server: Server, uri: Uri): Promise<string | undefined> {
  if (uri.query === "") return (await server.referencePage(topicOf(uri)))?.markdown;
  return (await server.explainText(uri.query, "always")).markdown ?? undefined;
}

function uriOf(topic: string): Uri {
  return Uri.from({ scheme: REFERENCE_SCHEME, path: `/${topic}.md` });
}

function topicOf(uri: Uri): string {
  return uri.path.replace(/^\//, "").replace(/\.md$/, "");
}
