import { type ExtensionContext, languages, type Uri, workspace } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { Command, type InitializationOptions, type Statistics } from "../../server/src/protocol.ts";
import { registerCopyText } from "./copyText.ts";
import { registerExplainAtCursor } from "./explainAtCursor.ts";
import { registerLookUpError } from "./lookUpError.ts";
import { registerReferencePages } from "./referencePage.ts";
import { serverOf } from "./server.ts";
import { registerShowText } from "./showText.ts";

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
  client = createClient("dreamfactoryErrors", "DreamFactory Errors", clientOptions());
  const server = serverOf(client);
  context.subscriptions.push(
    registerReferencePages(server),
    registerLookUpError(server),
    registerExplainAtCursor(server),
    registerCopyText(),
    registerShowText(),
  );
  return {
    version: String(context.extension.packageJSON.version),
    async statistics(uri) {
      const document = await workspace.openTextDocument(uri);
      if (languages.match(readLanguages(), document) === 0) {
        throw new Error(`${document.languageId} is not among dreamfactoryErrors.languages`);
      }
      return server.statistics(document.uri);
    },
  };
}

/** Ends the server. */
export async function stop(): Promise<void> {
  await client?.dispose();
}

function clientOptions(): LanguageClientOptions {
  const initializationOptions: InitializationOptions = { commandLinks: true };
  return {
    documentSelector: readLanguages().map((language) => ({ language })),
    initializationOptions,
    markdown: {
      isTrusted: { enabledCommands: [Command.openReference, Command.copyText] },
      supportHtml: false,
      supportThemeIcons: true,
    },
  };
}

function readLanguages(): readonly string[] {
  return workspace.getConfiguration("dreamfactoryErrors").get<readonly string[]>("languages", []);
}
