/**
 * DreamFactory's errors as a library: parse a document, then ask about it. Everything here is pure and synchronous;
 * a host such as a language server, a command line or a web page brings the text and shows the answers.
 */
export type { ClientSupport } from "./clientSupport.ts";
export { readClientSupport } from "./clientSupport.ts";
export type { DocumentFault, JudgedBody, ParsedDocument, ParseOptions } from "./documents/model.ts";
export { parseAround, parseDocument, reparseDocument } from "./documents/parseDocument.ts";
export { FIX_ALL, getCodeActions } from "./features/codeActions.ts";
export { getCodeLenses } from "./features/codeLenses.ts";
export { COMPLETION_TRIGGERS, getCompletions } from "./features/completion.ts";
export { getDefinition } from "./features/definition.ts";
export { getDiagnostics, hasDiagnostics } from "./features/diagnostics.ts";
export { getDocumentHighlights } from "./features/documentHighlights.ts";
export { getDocumentLinks } from "./features/documentLinks.ts";
export { getDocumentSymbols } from "./features/documentSymbols.ts";
export { explainAt } from "./features/explainAt.ts";
export { explainText } from "./features/explainText.ts";
export { getFoldingRanges } from "./features/foldingRanges.ts";
export { getHover } from "./features/hover.ts";
export { getInlayHints } from "./features/inlayHints.ts";
export { listErrors } from "./features/listErrors.ts";
export { lookUp } from "./features/lookUp.ts";
export { nextError } from "./features/nextError.ts";
export { openRecord } from "./features/openRecord.ts";
export { getReferences } from "./features/recordReferences.ts";
export { getReferencePage } from "./features/referencePage.ts";
export { retrySnippetFor } from "./features/retrySnippet.ts";
export { getSemanticTokens, TOKEN_LEGEND } from "./features/semanticTokens.ts";
export { getStatistics } from "./features/statistics.ts";
export type { Translations } from "./features/words.ts";
export { useTranslations } from "./features/words.ts";
export { parseOptions } from "./parseOptions.ts";
export type { Settings } from "./settings.ts";
export { DEFAULT_SETTINGS, readSettings } from "./settings.ts";
