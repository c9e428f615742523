import type { Edit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { fillPlaceholders } from "./fill.ts";
import { format } from "./jsoncParser.ts";
import { blankOut, judgeJson } from "./judge.ts";
import type { JudgeOptions } from "./judgement.ts";
import { readTolerantly } from "./reader.ts";
import { openSource } from "./source.ts";

export interface FormatOptions extends JudgeOptions {
  readonly tabSize: number;
  readonly insertSpaces: boolean;
}

/**
 * Edits that lay the JSON out over lines. They change white space between tokens and nothing else: placeholders,
 * comments, masked lines and the spelling of numbers stay. Empty for a text with mistakes other than comments.
 */
export function formatJson(text: string, options: FormatOptions): Edit[] {
  const span = options.span ?? { start: 0, end: text.length };
  const masks = options.masks ?? [];
  const { faults } = judgeJson(text, options);
  if (faults.some(({ severity, code }) => severity === "error" && code !== "comment-sent")) return [];

  const source = openSource(blankOut(text, masks), span, options.placeholders !== false);
  const comments = faults.filter(({ code }) => code === "comment-sent").map((fault) => fault.span);
  const { roles } = readTolerantly(source, 0);
  const filled = fillPlaceholders(source, roles);
  const copy = asComments(asComments(filled, text, masks), text, comments);
  const kept = [...masks, ...comments, ...roles.map((role) => role.span)].sort((a, b) => a.start - b.start);
  const edits = format(copy.slice(span.start, span.end), undefined, {
    tabSize: options.tabSize,
    insertSpaces: options.insertSpaces,
    eol: text.includes("\r\n") ? "\r\n" : "\n",
  }).map(({ offset, length, content }) => {
    const start = span.start + offset;
    return { span: { start, end: start + length }, newText: content };
  });
  return outside(edits, kept);
}

/** A copy of equal length in which every stretch is a comment that jsonc-parser knows, line by line. */
function asComments(copy: string, text: string, stretches: readonly Span[]): string {
  let result = "";
  let at = 0;
  for (const { start, end } of stretches) {
    result += copy.slice(at, start) + text.slice(start, end).replace(/\S(?:[^\r\n]*\S)?/g, commentOf);
    at = end;
  }
  return result + copy.slice(at);
}

/** One sign is too short for a comment; as a value it keeps at least its own line. */
function commentOf(line: string): string {
  if (line.startsWith("/*") && line.endsWith("*/")) return `/*${"x".repeat(line.length - 4)}*/`;
  return line.length < 2 ? "0" : `//${"x".repeat(line.length - 2)}`;
}

/** Leaves out edits within a stretch that must stay as it is. Both lists are in text order. */
function outside(edits: readonly Edit[], kept: readonly Span[]): Edit[] {
  let next = 0;
  return edits.filter(({ span }) => {
    while ((kept[next]?.end ?? Number.POSITIVE_INFINITY) <= span.start) next += 1;
    const stretch = kept[next];
    return stretch === undefined || span.end <= stretch.start;
  });
}
