import type { Span } from "../text/span.ts";
import { isBlankLine, type Line, lineFrom, skipBlanks, startsWithin } from "./line.ts";
import { isComment } from "./lineShape.ts";
import { startsRequest } from "./requestLine.ts";

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

/**
 * True when the line separates two requests: `###` in the first column, or indented when a request line, a comment
 * or the end of the text follows, so that a deep heading inside a body stays where it is.
 */
function isSeparator(text: string, line: Line, textEnd: number): boolean {
  const ink = skipBlanks(text, line);
  if (!startsWithin(text, "###", ink, line.end)) return false;
  return ink === line.start || opensRequest(text, line.next, textEnd);
}

function opensRequest(text: string, from: number, textEnd: number): boolean {
  for (let start = from; start < textEnd; ) {
    const line = lineFrom(text, start, textEnd);
    if (!isBlankLine(text, line)) return isComment(text, line) || startsRequest(text, line);
    start = line.next;
  }
  return true;
}
