import { type ExtensionContext, l10n, languages, type Uri, workspace } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { type InitializationOptions, LINKED_COMMANDS, type Statistics } from "../../server/src/protocol.ts";
import { registerApplyEdit } from "./applyEdit.ts";
import { registerCopyText } from "./copyText.ts";
import { registerErrorStatus } from "./errorStatus.ts";
import { registerExplainAtCursor } from "./explainAtCursor.ts";
import { registerExplainClipboard } from "./explainClipboard.ts";
import { registerGoToError } from "./goToError.ts";
import { registerGoToPlace } from "./goToPlace.ts";
import { registerHiddenFileStatus } from "./hiddenFileStatus.ts";
import { registerListErrors } from "./listErrors.ts";
import { registerLookUpError } from "./lookUpError.ts";
import { registerOpenRecord } from "./openRecord.ts";
import { registerSamples } from "./openSamples.ts";
import { registerReferencePages } from "./referencePage.ts";
import { registerRetrySnippet } from "./retrySnippet.ts";
import { registerScanning } from "./scan/registerScanning.ts";
import { serverOf } from "./server.ts";
import { registerShowText } from "./showText.ts";
import { syncedDocuments } from "./syncedDocuments.ts";
import { registerTerminalLinks } from "./terminalLinks.ts";

/** What `activate` returns: enough for another extension, or a test, to see that the server answers. */
export interface Api {
  /** The version of the extension. */
  readonly version: string;
  /** What the server finds in a document; opens the document when it is not open yet. */
  statistics(document: Uri): Promise<Statistics>;
}

/** Makes the client; the desktop and the web differ in the transport alone. */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

let client: BaseLanguageClient | undefined;

/** Starts the server and registers commands and views. Requests wait until the server is up. */
export function start(context: ExtensionContext, createClient: CreateClient): Api {
  const selector = readLanguages().map((language) => ({ language }));
  const documents = syncedDocuments(selector);
  client = createClient("dreamfactoryErrors", "DreamFactory Errors", {
    ...clientOptions(selector),
    middleware: documents.middleware,
  });
  const server = serverOf(client, documents);
  context.subscriptions.push(
    registerReferencePages(server),
    registerLookUpError(server),
    registerExplainAtCursor(server),
    registerExplainClipboard(server),
    registerGoToError(server),
    registerGoToPlace(client),
    registerListErrors(server),
    registerOpenRecord(server),
    registerRetrySnippet(server),
    registerTerminalLinks(server),
    registerScanning(client, server.started, context.extensionUri),
    registerErrorStatus(server, selector),
    registerHiddenFileStatus(),
    registerApplyEdit(client),
    registerCopyText(),
    registerSamples(),
    registerShowText(),
  );
  return {
    version: String(context.extension.packageJSON.version),
    async statistics(uri) {
      const document = await workspace.openTextDocument(uri);
      if (languages.match(readLanguages(), document) === 0) {
        throw new Error(`${document.languageId} is not among dreamfactoryErrors.languages`);
      }
      const statistics = await server.statistics(document.uri);
      if (statistics === null) throw new Error(`The server does not know ${uri}.`);
      return statistics;
    },
  };
}

/** Ends the server. */
export async function stop(): Promise<void> {
  await client?.dispose();
}

function clientOptions(documentSelector: { language: string }[]): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    commandLinks: true,
    readsFiles: true,
    l10n: l10n.bundle ?? {},
  };
  return {
    documentSelector,
    initializationOptions,
    markdown: {
      isTrusted: { enabledCommands: [...LINKED_COMMANDS] },
      supportHtml: false,
      supportThemeIcons: true,
    },
  };
}

function readLanguages(): readonly string[] {
  return workspace.getConfiguration("dreamfactoryErrors").get<readonly string[]>("languages", []);
}
