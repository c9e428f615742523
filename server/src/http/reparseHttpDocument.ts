import { deltaOf, type TextChange } from "../text/change.ts";
import { firstIndex } from "../text/firstIndex.ts";
import type { Span } from "../text/span.ts";
import type { HttpBlock, HttpDocument } from "./model.ts";
import { movedBlock } from "./movedBlock.ts";
import { parseBlock } from "./parseBlock.ts";
import type { HttpParseOptions } from "./parseHttpDocument.ts";
import { CLIENT_TRAITS, type ClientTraits } from "./profile.ts";
import { splitBlocks } from "./splitBlocks.ts";

/**
 * Reads a document again after one change, with the options it was first read with: the result equals a fresh read of
 * `text`, but only the touched blocks are read. Blocks in front stay the same objects, blocks behind keep their
 * origin (see `HttpBlock.origin`). Never throws.
 */
export function reparseHttpDocument(
  previous: HttpDocument,
  text: string,
  change: TextChange,
  { profile = "auto" }: Pick<HttpParseOptions, "profile"> = {},
): HttpDocument {
  const { blocks } = previous;
  const delta = deltaOf(change);
  const textEnd = (blocks.at(-1)?.span.end ?? 0) + delta;
  const touched = touchedBlocks(blocks, change.span);
  const region = {
    start: blocks[touched.from]?.span.start ?? 0,
    end: (blocks[touched.to - 1]?.span.end ?? 0) + delta,
  };
  const old = blocks.slice(touched.from, touched.to);
  const read = splitBlocks(text, region, textEnd).map(
    (span) => unchangedBlock(old, span, change) ?? readAlone(text, span, CLIENT_TRAITS[profile]),
  );
  const behind = blocks.slice(touched.to);
  return {
    blocks: [...blocks.slice(0, touched.from), ...read, ...behind.map((block) => movedBlock(block, delta))],
  };
}

/**
 * The blocks that a change touches, and one more in front: what follows an indented `###` decides whether it
 * separates.
 */
function touchedBlocks(blocks: readonly HttpBlock[], { start, end }: Span): { from: number; to: number } {
  const first = firstIndex(blocks, (block) => block.span.end >= start);
  const to = firstIndex(blocks, (block) => block.span.start > end);
  return { from: Math.max(0, Math.min(first, to - 1) - 1), to };
}

/** The old block, when the change left all of its text alone. */
function unchangedBlock(old: readonly HttpBlock[], span: Span, change: TextChange): HttpBlock | undefined {
  const behind = span.start >= change.span.start + change.newLength;
  if (!behind && span.end > change.span.start) return undefined;
  const distance = behind ? deltaOf(change) : 0;
  const block = old.find((candidate) => candidate.span.start + distance === span.start);
  return block?.span.end === span.end - distance ? movedBlock(block, distance) : undefined;
}

/** Reads a block from its own copy, as slices would keep every former version of the whole text in memory. */
function readAlone(text: string, { start, end }: Span, traits: ClientTraits): HttpBlock {
  const copy = ` ${text.slice(start, end)}`.slice(1);
  return movedBlock(parseBlock(copy, { start: 0, end: end - start }, traits), start);
}
