import { CodeActionKind, CodeLensRefreshRequest } from "vscode-languageserver";
import { CUSTOM_REQUESTS } from "./customRequests.ts";
import { registerDiagnostics } from "./diagnosticsPublisher.ts";
import type { ServerFeature } from "./featureHost.ts";
import { forDocument } from "./featureHost.ts";
import * as service from "./languageService.ts";
import { SCAN_FEATURE } from "./scanFeature.ts";

/** All that the server can do. A feature that is not in this list is neither promised nor answered. */
export const SERVER_FEATURES: readonly ServerFeature[] = [
  {
    capabilities: ({ pullDiagnostics }) =>
      pullDiagnostics
        ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }
        : {},
    register({ connection, documents, open, support }) {
      const { refresh } = registerDiagnostics(connection, documents, support, ({ uri }) => {
        const opened = open(uri);
        if (opened === undefined || !service.hasDiagnostics(opened.document.languageId, opened.settings))
          return [];
        return service.getDiagnostics(opened.document, opened.parsed, opened.settings, opened.support);
      });
      return refresh;
    },
  },
  {
    capabilities: () => ({ hoverProvider: true }),
    register(host) {
      host.connection.onHover(
        forDocument(host, "explain", ({ document, parsedAround, support }, { position }) =>
          service.getHover(document, parsedAround({ start: position, end: position }), position, support),
        ),
      );
    },
  },
  {
    capabilities: () => ({
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, service.FIX_ALL] },
    }),
    register(host) {
      host.connection.onCodeAction(
        forDocument(
          host,
          "offer fixes for",
          ({ document, parsedAround, settings, support, others }, { range, context }) =>
            service.getCodeActions(
              document,
              parsedAround(range),
              { range, context },
              settings,
              support,
              others,
            ),
        ),
      );
    },
  },
  {
    capabilities: () => ({
      completionProvider: { triggerCharacters: [...service.COMPLETION_TRIGGERS] },
    }),
    register(host) {
      host.connection.onCompletion(
        forDocument(host, "complete", ({ document, parsed, settings, support }, { position }) =>
          service.getCompletions(document, parsed, position, settings, support),
        ),
      );
    },
  },
  {
    capabilities: () => ({ documentSymbolProvider: true }),
    register(host) {
      host.connection.onDocumentSymbol(
        forDocument(host, "outline", ({ document, parsed, support }) =>
          service.getDocumentSymbols(document, parsed, support),
        ),
      );
    },
  },
  {
    capabilities: () => ({ foldingRangeProvider: true }),
    register(host) {
      host.connection.onFoldingRanges(
        forDocument(host, "fold", ({ document, parsed, support }) =>
          service.getFoldingRanges(document, parsed, support),
        ),
      );
    },
  },
  {
    capabilities: () => ({ documentHighlightProvider: true }),
    register(host) {
      host.connection.onDocumentHighlight(
        forDocument(host, "highlight in", ({ document, parsedAround }, { position }) =>
          service.getDocumentHighlights(document, parsedAround({ start: position, end: position }), position),
        ),
      );
    },
  },
  {
    capabilities: () => ({ documentLinkProvider: {} }),
    register(host) {
      host.connection.onDocumentLinks(
        forDocument(host, "link", ({ document, parsed, support }) =>
          service.getDocumentLinks(document, parsed, support),
        ),
      );
    },
  },
  {
    capabilities: () => ({ definitionProvider: true }),
    register(host) {
      host.connection.onDefinition(
        forDocument(
          host,
          "find the record in",
          ({ document, parsedAround, support, others }, { position }) => {
            const parsed = parsedAround({ start: position, end: position });
            return service.getDefinition(document, parsed, position, support, others);
          },
        ),
      );
    },
  },
  {
    capabilities: () => ({
      semanticTokensProvider: { legend: service.TOKEN_LEGEND, full: true, range: true },
    }),
    register(host) {
      const { semanticTokens } = host.connection.languages;
      semanticTokens.on(
        forDocument(host, "color", ({ document, parsed }) => service.getSemanticTokens(document, parsed)),
      );
      semanticTokens.onRange(
        forDocument(host, "color", ({ document, parsedAround }, { range }) =>
          service.getSemanticTokens(document, parsedAround(range), range),
        ),
      );
    },
  },
  {
    capabilities: () => ({ referencesProvider: true }),
    register(host) {
      host.connection.onReferences(
        forDocument(host, "find errors like this one in", ({ document, parsedAround }, { position }) =>
          service.getReferences(document, parsedAround({ start: position, end: position }), position),
        ),
      );
    },
  },
  {
    capabilities: () => ({ inlayHintProvider: true }),
    register(host) {
      const { connection, support } = host;
      connection.languages.inlayHint.on(
        forDocument(host, "hint in", ({ document, parsedAround, settings, support }, { range }) =>
          service.getInlayHints(document, parsedAround(range), range, settings, support),
        ),
      );
      return () => {
        if (support().refreshInlayHints) connection.languages.inlayHint.refresh();
      };
    },
  },
  {
    capabilities: ({ commandLinks }) => (commandLinks ? { codeLensProvider: {} } : {}),
    register(host) {
      const { connection, support } = host;
      connection.onCodeLens(
        forDocument(host, "find what can be done in", ({ document, parsed, settings, support: client }) =>
          service.getCodeLenses(document, parsed, settings, client),
        ),
      );
      return () => {
        if (support().refreshCodeLenses) void connection.sendRequest(CodeLensRefreshRequest.type);
      };
    },
  },
  ...CUSTOM_REQUESTS,
  SCAN_FEATURE,
];
