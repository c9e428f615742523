import type { Connection, Diagnostic, DocumentDiagnosticReport, TextDocuments } from "vscode-languageserver";
import { CancellationToken, DocumentDiagnosticReportKind } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ClientSupport } from "./clientSupport.ts";
import { guard } from "./guard.ts";

/**
 * Answers diagnostics when the editor pulls them, and publishes them after every change when it does not.
 * `refresh` makes every open document be diagnosed again.
 */
export function registerDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  support: () => ClientSupport,
  diagnose: (document: TextDocument) => Diagnostic[],
): { refresh(): void } {
  connection.languages.diagnostics.on(({ textDocument: { uri } }, token) => {
    const report = (items: Diagnostic[]): DocumentDiagnosticReport => ({
      kind: DocumentDiagnosticReportKind.Full,
      items,
    });
    return guard(`diagnose ${uri}`, report([]), connection.console, token, () => {
      const document = documents.get(uri);
      return report(document === undefined ? [] : diagnose(document));
    });
  });

  documents.onDidChangeContent(({ document }) => publish(document));
  documents.onDidClose(({ document }) => {
    if (!support().pullDiagnostics) connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  function publish(document: TextDocument): void {
    if (support().pullDiagnostics) return;
    const { uri, version } = document;
    const diagnostics = guard(`diagnose ${uri}`, [], connection.console, CancellationToken.None, () =>
      diagnose(document),
    );
    connection.sendDiagnostics({ uri, version, diagnostics });
  }

  return {
    refresh() {
      if (!support().pullDiagnostics) documents.all().forEach(publish);
      else if (support().refreshDiagnostics) connection.languages.diagnostics.refresh();
    },
  };
}
