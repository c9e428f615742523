import type { Range, TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { ParsedDocument, ParseOptions } from "./documents/model.ts";
import { parseAround, parseDocument, reparseDocument } from "./documents/parseDocument.ts";
import type { TextChange } from "./text/change.ts";
import { joinChanges } from "./text/change.ts";

/** Parses of open documents, each made when first asked for and carried over edits. */
export interface DocumentCache {
  /** For `TextDocuments`: how documents come into being and change. */
  readonly documents: {
    create(uri: string, languageId: string, version: number, content: string): TextDocument;
    update(document: TextDocument, changes: TextDocumentContentChangeEvent[], version: number): TextDocument;
  };
  /** The parse of the document's present version. */
  get(document: TextDocument): ParsedDocument;
  /** The same as far as a range is concerned, also where a document holds more than is read at once. */
  around(document: TextDocument, range: Range): ParsedDocument;
  /** Drops every parse, as after a change of settings. */
  clear(): void;
}

interface Entry {
  parsed: ParsedDocument;
  /** What has changed since; `"all"` when the whole text was replaced. */
  change: TextChange | "all" | undefined;
}

/** `optionsOf` is asked at every parse, so that settings take effect after {@link DocumentCache.clear}. */
export function createDocumentCache(optionsOf: (document: TextDocument) => ParseOptions): DocumentCache {
  let entries = new WeakMap<TextDocument, Entry>();

  const cache: DocumentCache = {
    documents: {
      create: TextDocument.create,
      update(document, changes, version) {
        const entry = entries.get(document);
        for (const change of changes) {
          if (entry !== undefined) noteChange(entry, document, change);
          TextDocument.update(document, [change], version);
        }
        return document;
      },
    },
    get(document) {
      const entry = entries.get(document);
      if (entry !== undefined && entry.change === undefined) return entry.parsed;
      const text = document.getText();
      const options = optionsOf(document);
      const parsed =
        entry?.change === undefined || entry.change === "all"
          ? parseDocument(text, document.languageId, options)
          : reparseDocument(entry.parsed, text, entry.change, options);
      entries.set(document, { parsed, change: undefined });
      return parsed;
    },
    around(document, range) {
      const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      return parseAround(cache.get(document), span, optionsOf(document));
    },
    clear() {
      entries = new WeakMap();
    },
  };
  return cache;
}

function noteChange(entry: Entry, document: TextDocument, change: TextDocumentContentChangeEvent): void {
  if (!("range" in change) || entry.change === "all") {
    entry.change = "all";
    return;
  }
  const { start, end } = change.range;
  const span = { start: document.offsetAt(start), end: document.offsetAt(end) };
  const next = { span, newLength: change.text.length };
  entry.change = entry.change === undefined ? next : joinChanges(entry.change, next);
}
