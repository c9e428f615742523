import type { CompletionItemKind } from "vscode-languageserver-types";
import type { Span } from "../../text/span.ts";

/** One thing to insert. */
export interface Offer {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  /** Markdown of our own. */
  readonly documentation?: string;
  /** In LSP's snippet syntax. */
  readonly snippet: string;
  readonly typed: Span;
}

/** Any text as a piece of a snippet that inserts just that text. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/** A snippet for editors that know none: tab stops give way to their default text. */
export function withoutTabStops(snippet: string): string {
  return snippet
    .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, "$1")
    .replace(/(?<!\\)\$\d+/g, "")
    .replace(/\\([\\$}])/g, "$1");
}
