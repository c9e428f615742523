import { type Edit, inTextOrder } from "./edit.ts";

/** The place of an offset after the edits; at an insertion, `side` tells before or after the inserted text. */
export function mapOffset(edits: readonly Edit[], offset: number, side: "before" | "after"): number {
  let delta = 0;
  for (const { span, newText } of inTextOrder(edits)) {
    if (span.start > offset || (span.start === offset && side === "before")) break;
    const covered = Math.min(span.end, offset) - span.start;
    delta += newText.length - covered;
    if (span.end > offset) break;
  }
  return offset + delta;
}

/** The place before the edits of an offset after them; an offset in inserted text gives the place of the insertion. */
export function sourceOffset(edits: readonly Edit[], offset: number): number {
  let delta = 0;
  for (const { span, newText } of inTextOrder(edits)) {
    const start = span.start + delta;
    if (start >= offset) break;
    if (start + newText.length >= offset) return Math.min(span.end, span.start + (offset - start));
    delta += newText.length - (span.end - span.start);
  }
  return offset - delta;
}

/** A stretch of the first text that was kept, or a text that was put in. */
type Chunk = { readonly start: number; readonly end: number } | { readonly newText: string };

/** The edits of the first text that do what `first` and then `second` do, the latter counted in the text between. */
export function composeEdits(first: readonly Edit[], second: readonly Edit[]): Edit[] {
  const between = chunksOf(first);
  const after: Chunk[] = [];
  let at = 0;
  for (const { span, newText } of inTextOrder(second)) {
    after.push(...cut(between, at, span.start), { newText });
    at = span.end;
  }
  after.push(...cut(between, at, Number.POSITIVE_INFINITY));
  return editsOf(after);
}

function chunksOf(edits: readonly Edit[]): Chunk[] {
  const chunks: Chunk[] = [];
  let at = 0;
  for (const { span, newText } of inTextOrder(edits)) {
    chunks.push({ start: at, end: span.start }, { newText });
    at = span.end;
  }
  return [...chunks, { start: at, end: Number.POSITIVE_INFINITY }];
}

/** The part of the chunked text from one offset to another. */
function cut(chunks: readonly Chunk[], from: number, to: number): Chunk[] {
  const found: Chunk[] = [];
  let at = 0;
  for (const chunk of chunks) {
    const length = "newText" in chunk ? chunk.newText.length : chunk.end - chunk.start;
    const start = Math.max(from - at, 0);
    const end = Math.min(to - at, length);
    if (start < end) {
      const isNew = "newText" in chunk;
      found.push(
        isNew
          ? { newText: chunk.newText.slice(start, end) }
          : { start: chunk.start + start, end: chunk.start + end },
      );
    }
    at += length;
    if (at >= to) break;
  }
  return found;
}

function editsOf(chunks: readonly Chunk[]): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let newText = "";
  for (const chunk of chunks) {
    if ("newText" in chunk) newText += chunk.newText;
    else {
      if (newText !== "" || chunk.start > at) edits.push({ span: { start: at, end: chunk.start }, newText });
      newText = "";
      at = chunk.end;
    }
  }
  return edits;
}
