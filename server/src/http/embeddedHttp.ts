import type { Span } from "../text/span.ts";
import { type Line, linesOf, trimSpan } from "./line.ts";

/**
 * The `.http` texts inside a Markdown or AsciiDoc document, in text order: the insides of its `http` and `rest` code
 * blocks, to be read with {@link parseHttpDocument} and its `span` option. Other languages have none. Never throws.
 */
export function embeddedHttp(text: string, languageId: string): Span[] {
  if (languageId === "markdown") return insides(text, markdownOpening);
  if (languageId === "asciidoc") return insides(text, asciidocOpening);
  return [];
}

interface Opening {
  /** True for the line that closes the code block. */
  readonly closes: (line: string) => boolean;
  readonly http: boolean;
}

/** Code blocks of every language are followed to their ends, so that a fence shown inside another is none. */
function insides(
  text: string,
  opening: (text: string, lines: readonly Line[], at: number) => Opening | undefined,
): Span[] {
  const lines = linesOf(text, { start: 0, end: text.length });
  const spans: Span[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const open = opening(text, lines, at);
    if (open === undefined) continue;
    const start = lines[at]?.next ?? text.length;
    do at += 1;
    while (at < lines.length && !open.closes(wordsOf(text, lines[at])));
    if (open.http) spans.push({ start, end: lines[at]?.start ?? text.length });
  }
  return spans;
}

/** A fence of backticks or tildes; it closes with at least as many of them, or with the document. */
function markdownOpening(text: string, lines: readonly Line[], at: number): Opening | undefined {
  const words = wordsOf(text, lines[at]);
  const fence = words.startsWith("```") ? "`" : words.startsWith("~~~") ? "~" : undefined;
  if (fence === undefined) return undefined;
  const length = runLength(words, fence);
  const info = words.slice(length).trim();
  if (fence === "`" && info.includes("`")) return undefined;
  const language = info.split(/[\s{,]/, 1)[0]?.toLowerCase() ?? "";
  return {
    http: HTTP_LANGUAGES.has(language),
    closes: (line) => line.startsWith(fence.repeat(length)) && runLength(line, fence) === line.length,
  };
}

/** A delimited block; the `[source,http]` line stands above it, with a `.Title` line between at most. */
function asciidocOpening(text: string, lines: readonly Line[], at: number): Opening | undefined {
  const delimiter = wordsOf(text, lines[at]);
  if (!delimiter.startsWith("----") && !delimiter.startsWith("....")) return undefined;
  if (runLength(delimiter, delimiter.charAt(0)) !== delimiter.length) return undefined;
  const above = wordsOf(text, lines[at - 1]);
  const attributes = above.startsWith(".") ? wordsOf(text, lines[at - 2]) : above;
  return { http: isHttpSource(attributes), closes: (line) => line === delimiter };
}

function isHttpSource(attributes: string): boolean {
  if (!attributes.startsWith("[") || !attributes.endsWith("]")) return false;
  const [style = "", language = ""] = attributes.slice(1, -1).split(",");
  return /^(?:source(?:[%#.].*)?)?$/.test(style.trim()) && HTTP_LANGUAGES.has(language.trim().toLowerCase());
}

const HTTP_LANGUAGES: ReadonlySet<string> = new Set(["http", "rest"]);

function wordsOf(text: string, line: Line | undefined): string {
  if (line === undefined) return "";
  const { start, end } = trimSpan(text, line);
  return text.slice(start, Math.min(end, start + LONGEST_OPENING));
}

/** Keeps a text of very long lines cheap: no opening or closing line is longer. */
const LONGEST_OPENING = 500;

function runLength(words: string, char: string): number {
  let length = 0;
  while (words[length] === char) length += 1;
  return length;
}
