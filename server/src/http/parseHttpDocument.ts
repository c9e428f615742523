import type { Span } from "../text/span.ts";
import { lineFrom } from "./line.ts";
import { isSeparator } from "./lineShape.ts";
import type { HttpDocument } from "./model.ts";
import { parseBlock } from "./parseBlock.ts";
import { CLIENT_TRAITS, type ClientProfile } from "./profile.ts";

export interface HttpParseOptions {
  /** Whose dialect decides where clients differ; `auto` when left out. */
  readonly profile?: ClientProfile;
  /** The part of the text to read, such as a Markdown fence; the whole text when left out. */
  readonly span?: Span;
}

/** Reads a `.http` document in the dialects of five clients. Never throws, and is linear in the text. */
export function parseHttpDocument(text: string, options: HttpParseOptions = {}): HttpDocument {
  const span = options.span ?? { start: 0, end: text.length };
  const traits = CLIENT_TRAITS[options.profile ?? "auto"];
  return { blocks: splitBlocks(text, span, span.end).map((block) => parseBlock(text, block, traits)) };
}

/**
 * Cuts a stretch in front of every separator line; at least one block comes out, if an empty one. `textEnd` bounds
 * the lines that are looked at to tell whether an indented `###` separates.
 */
export function splitBlocks(text: string, span: Span, textEnd: number): Span[] {
  const blocks: Span[] = [];
  let start = span.start;
  const own = text.slice(span.start, span.end);
  for (let at = own.indexOf("###"); at >= 0; ) {
    const line = lineFrom(text, span.start + own.lastIndexOf("\n", at) + 1, textEnd);
    if (line.start > start && isSeparator(text, line, textEnd)) {
      blocks.push({ start, end: line.start });
      start = line.start;
    }
    at = own.indexOf("###", line.next - span.start);
  }
  blocks.push({ start, end: span.end });
  return blocks;
}
