import type { ClientCapabilities } from "vscode-languageserver";
import type { InitializationOptions } from "./protocol.ts";

/** What the editor can show and do, reduced to the questions that features ask. */
export interface ClientSupport {
  /** Hovers may be Markdown; otherwise they are plain text. */
  readonly markdown: boolean;
  /** Links of the form `command:` run our commands. */
  readonly commandLinks: boolean;
  /** Edits may name the document version they were made for. */
  readonly versionedEdits: boolean;
  /** Edits may carry annotations that ask the user first. */
  readonly changeAnnotations: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  /** The outline may be a tree. */
  readonly hierarchicalSymbols: boolean;
  /** The most folding ranges that the editor takes; `undefined` when it does not say. */
  readonly foldingRangeLimit: number | undefined;
  /** Inserted text may have tab stops. */
  readonly snippets: boolean;
  /** The documentation of completion items may be Markdown. */
  readonly completionMarkdown: boolean;
  /** The editor asks again for inlay hints when told to. */
  readonly refreshInlayHints: boolean;
  /** The editor asks again for code lenses when told to. */
  readonly refreshCodeLenses: boolean;
  /** Definitions may say which word they belong to. */
  readonly definitionLinks: boolean;
  /** The editor leaves out links to files that do not exist. */
  readonly checkedFileLinks: boolean;
  /** The editor reads files for the server. */
  readonly readsFiles: boolean;
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  /** The editor answers `workspace/configuration`. */
  readonly configuration: boolean;
  readonly configurationChanges: boolean;
}

/** Reads the capabilities of `initialize`; a capability that is not named is taken for missing. */
export function readClientSupport(
  { textDocument, workspace }: ClientCapabilities,
  options: InitializationOptions = {},
): ClientSupport {
  const diagnostics = textDocument?.publishDiagnostics;
  const pull = textDocument?.diagnostic;
  return {
    markdown: textDocument?.hover?.contentFormat?.includes("markdown") ?? false,
    commandLinks: options.commandLinks ?? false,
    versionedEdits: workspace?.workspaceEdit?.documentChanges ?? false,
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    relatedInformation: (pull?.relatedInformation ?? diagnostics?.relatedInformation) === true,
    codeDescription: (pull?.codeDescriptionSupport ?? diagnostics?.codeDescriptionSupport) === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    foldingRangeLimit: textDocument?.foldingRange?.rangeLimit,
    snippets: textDocument?.completion?.completionItem?.snippetSupport ?? false,
    completionMarkdown:
      textDocument?.completion?.completionItem?.documentationFormat?.includes("markdown") ?? false,
    refreshInlayHints: workspace?.inlayHint?.refreshSupport ?? false,
    refreshCodeLenses: workspace?.codeLens?.refreshSupport ?? false,
    definitionLinks: textDocument?.definition?.linkSupport ?? false,
    checkedFileLinks: options.checkedFileLinks ?? false,
    readsFiles: options.readsFiles ?? false,
    pullDiagnostics: pull !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport ?? false,
    configuration: workspace?.configuration ?? false,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
  };
}
