import type { Connection, InitializeResult } from "vscode-languageserver";
import {
  DidChangeConfigurationNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ClientSupport } from "./clientSupport.ts";
import { readClientSupport } from "./clientSupport.ts";
import { createDocumentCache } from "./documentCache.ts";
import { holdsRequests } from "./documents/parseDocument.ts";
import type { FeatureHost } from "./featureHost.ts";
import { useTranslations } from "./languageService.ts";
import { parseOptions } from "./parseOptions.ts";
import type { Platform } from "./platform.ts";
import { SERVER_FEATURES } from "./serverFeatures.ts";
import { DEFAULT_SETTINGS, readSettings } from "./settings.ts";
import { VERSION } from "./version.ts";

const SECTION = "dreamfactoryErrors";

/** Serves the connection until it closes; knows the protocol and nothing of the platform. */
export function startServer(connection: Connection, platform: Platform): void {
  let support: ClientSupport = readClientSupport({});
  let settings = DEFAULT_SETTINGS;

  const cache = createDocumentCache((document) => parseOptions(settings, document.uri));
  const documents = new TextDocuments<TextDocument>(cache.documents);

  const host: FeatureHost = {
    connection,
    documents,
    platform,
    support: () => support,
    settings: () => settings,
    open(uri) {
      const document = documents.get(uri);
      if (document === undefined) return undefined;
      return {
        document,
        settings,
        support,
        get parsed() {
          return cache.get(document);
        },
        parsedAround: (range) => cache.around(document, range),
        get others() {
          const holding = documents
            .all()
            .filter((each) => each !== document && holdsRequests(each.languageId));
          return holding.map((each) => ({ document: each, parsed: cache.get(each) }));
        },
      };
    },
  };
  const refreshes = SERVER_FEATURES.flatMap((feature) => feature.register(host) ?? []);

  connection.onInitialize(({ capabilities, initializationOptions, locale }): InitializeResult => {
    support = readClientSupport(capabilities, initializationOptions);
    useTranslations(initializationOptions?.l10n ?? {}, locale);
    return {
      serverInfo: { name: "DreamFactory Errors", version: VERSION },
      capabilities: Object.assign(
        { textDocumentSync: TextDocumentSyncKind.Incremental },
        ...SERVER_FEATURES.map((feature) => feature.capabilities(support)),
      ),
    };
  });

  connection.onInitialized(async () => {
    if (support.configurationChanges) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    }
    await loadSettings();
  });
  connection.onDidChangeConfiguration(({ settings: pushed }) => loadSettings(pushed?.[SECTION]));

  async function loadSettings(pushed?: unknown): Promise<void> {
    settings = readSettings(
      support.configuration ? await connection.workspace.getConfiguration(SECTION) : pushed,
    );
    cache.clear();
    for (const refresh of refreshes) refresh();
  }

  documents.listen(connection);
  connection.listen();
}
