import type { HttpBlock, HttpDocument } from "../http/model.ts";
import { shiftSpans } from "../text/shiftSpans.ts";
import type { Span } from "../text/span.ts";
import { overlaps } from "../text/span.ts";
import type { BlockReading, DocumentFault, JudgedBody, ParsedDocument, ReadRequests } from "./model.ts";
import type { ParseOptions } from "./parseDocument.ts";
import { readBlock } from "./readBlock.ts";

/** Reads every block that `readings`, those of the version before, does not know yet. */
export function readRequests(
  http: HttpDocument,
  text: string,
  options: ParseOptions,
  readings: ReadRequests["readings"] = new WeakMap(),
): ReadRequests {
  for (const block of http.blocks) {
    const key = block.origin ?? block;
    if (readings.has(key)) continue;
    const reading = readBlock(block, text, options);
    readings.set(key, shiftSpans(reading, key.span.start - block.span.start));
  }
  return { http, readings };
}

/** The faults of all blocks, in text order. */
export function faultsOfRequests({ http, readings }: ReadRequests): DocumentFault[] {
  return http.blocks.flatMap((block) => {
    const { faults } = readingOf(block, readings);
    return faults.length === 0 ? [] : shiftSpans(faults, distanceOf(block));
  });
}

/** The judged bodies of the blocks that share text with the span, in text order. */
export function bodiesWithin({ requests }: ParsedDocument, span: Span): JudgedBody[] {
  if (requests === undefined) return [];
  return requests.http.blocks
    .filter((block) => overlaps(block.span, span))
    .flatMap((block) => shiftSpans(readingOf(block, requests.readings).bodies, distanceOf(block)));
}

function readingOf(block: HttpBlock, readings: ReadRequests["readings"]): BlockReading {
  return readings.get(block.origin ?? block) ?? { bodies: [], faults: [] };
}

/** How far the block has moved since it was first read. */
function distanceOf(block: HttpBlock): number {
  return block.span.start - (block.origin ?? block).span.start;
}
