import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Range } from "vscode-languageserver-types";
import type { Phrase } from "../text/phrase.ts";
import { fillPhrase } from "../text/phrase.ts";
import type { Span } from "../text/span.ts";
import { inWords } from "./words.ts";

/** The one place where offsets become positions. */
export function toRange(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** Fills a phrase about the document; places in it are shown as line numbers, counted from 1. */
export function fillFor(document: TextDocument, phrase: Phrase): string {
  return fillPhrase(inWords(phrase), (offset) => document.positionAt(offset).line + 1);
}

/** The reverse of {@link toRange}. */
export function toSpan(document: TextDocument, { start, end }: Range): Span {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}
