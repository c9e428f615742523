import type { Connection, InitializeResult } from "vscode-languageserver";
import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ClientSupport } from "./clientSupport.ts";
import { readClientSupport } from "./clientSupport.ts";
import { registerDiagnostics } from "./diagnosticsPublisher.ts";
import { createDocumentCache } from "./documentCache.ts";
import { guard } from "./guard.ts";
import * as service from "./languageService.ts";
import type { ExplainAtParams, LookUpParams, ReferencePageParams, StatisticsParams } from "./protocol.ts";
import { Method } from "./protocol.ts";
import { DEFAULT_SETTINGS, readSettings } from "./settings.ts";
import { VERSION } from "./version.ts";

const SECTION = "dreamfactoryErrors";

/** Serves the connection until it closes; knows the protocol and nothing of the platform. */
export function startServer(connection: Connection): void {
  let support: ClientSupport = readClientSupport({});
  let settings = DEFAULT_SETTINGS;

  const cache = createDocumentCache((document) => service.parseOptions(settings, document.uri));
  const documents = new TextDocuments<TextDocument>(cache.documents);

  connection.onInitialize(({ capabilities, initializationOptions }): InitializeResult => {
    support = readClientSupport(capabilities, initializationOptions);
    return {
      serverInfo: { name: "DreamFactory Errors", version: VERSION },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        hoverProvider: true,
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, `${CodeActionKind.SourceFixAll}.dreamfactory`],
        },
        ...(support.pullDiagnostics
          ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }
          : {}),
      },
    };
  });

  const diagnostics = registerDiagnostics(
    connection,
    documents,
    () => support,
    (document) => service.getDiagnostics(document, cache.get(document), settings, support),
  );

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
    diagnostics.refresh();
  }

  connection.onHover(({ textDocument, position }, token) =>
    guard(`explain ${textDocument.uri}`, null, connection.console, token, () =>
      withDocument(textDocument.uri, (document) =>
        service.getHover(document, cache.get(document), position, support),
      ),
    ),
  );

  connection.onCodeAction(({ textDocument, range, context }, token) =>
    guard(`offer fixes for ${textDocument.uri}`, null, connection.console, token, () =>
      withDocument(textDocument.uri, (document) =>
        service.getCodeActions(document, cache.get(document), { range, context }, settings, support),
      ),
    ),
  );

  connection.onRequest(Method.lookUp, ({ query }: LookUpParams, token) =>
    guard("look up an error", [], connection.console, token, () => service.lookUp(query)),
  );
  connection.onRequest(Method.referencePage, ({ topic }: ReferencePageParams, token) =>
    guard(
      `render the page ${topic}`,
      null,
      connection.console,
      token,
      () => service.getReferencePage(topic) ?? null,
    ),
  );
  connection.onRequest(Method.explainAt, ({ textDocument, position }: ExplainAtParams, token) =>
    guard(`explain ${textDocument.uri}`, null, connection.console, token, () =>
      withDocument(textDocument.uri, (document) =>
        service.explainAt(document, cache.get(document), position, support),
      ),
    ),
  );
  connection.onRequest(Method.statistics, ({ textDocument }: StatisticsParams, token) =>
    guard(`count errors in ${textDocument.uri}`, null, connection.console, token, () =>
      withDocument(textDocument.uri, (document) => service.getStatistics(cache.get(document))),
    ),
  );

  /** Answers `null`, as LSP has it, for a document that is not open. */
  function withDocument<T>(uri: string, answer: (document: TextDocument) => T | undefined): T | null {
    const document = documents.get(uri);
    return document === undefined ? null : (answer(document) ?? null);
  }

  documents.listen(connection);
  connection.listen();
}
