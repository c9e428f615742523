import { TextDocument } from "vscode-languageserver-textdocument";
import type { ClientSupport } from "../../server/src/clientSupport.ts";
import { parseDocument } from "../../server/src/documents/parseDocument.ts";
import { parseOptions } from "../../server/src/parseOptions.ts";
import { DEFAULT_SETTINGS } from "../../server/src/settings.ts";

/** An editor that can do everything, as VS Code can. */
export const FULL_SUPPORT: ClientSupport = {
  markdown: true,
  commandLinks: true,
  versionedEdits: true,
  changeAnnotations: true,
  relatedInformation: true,
  codeDescription: true,
  hierarchicalSymbols: true,
  foldingRangeLimit: 5_000,
  completionMarkdown: true,
  snippets: true,
  refreshInlayHints: true,
  refreshCodeLenses: true,
  definitionLinks: true,
  readsFiles: false,
  checkedFileLinks: true,
  pullDiagnostics: true,
  refreshDiagnostics: true,
  configuration: true,
  configurationChanges: true,
};

/** A document of one language with its parse under the default settings. */
export function openDocument(text: string, languageId: string, path = `/test.${languageId}`) {
  const document = TextDocument.create(`file://${path}`, languageId, 1, text);
  const parsed = parseDocument(text, languageId, parseOptions(DEFAULT_SETTINGS, document.uri));
  return { document, parsed };
}
