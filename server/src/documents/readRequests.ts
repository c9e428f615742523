import { pathVariables } from "../http/fileVariables.ts";
import type { HttpBlock, HttpDocument } from "../http/model.ts";
import { sharesHeaders } from "../http/sharedHeaders.ts";
import { shiftSpans } from "../text/shiftSpans.ts";
import type { Span } from "../text/span.ts";
import { overlaps } from "../text/span.ts";
import type {
  BlockReading,
  DocumentFault,
  JudgedBody,
  ParsedDocument,
  ParseOptions,
  ReadRequests,
} from "./model.ts";
import { readBlock } from "./readBlock.ts";

/**
 * Reads every block that the readings of the version before do not know yet; all of them when a variable changed that
 * may be the start of a URL in any block, or a script that sets headers.
 */
export function readRequests(
  http: HttpDocument,
  text: string,
  options: ParseOptions,
  previous?: ReadRequests,
): ReadRequests {
  const variables = pathVariables(http);
  const shared = sharesHeaders(http, text);
  const isCurrent = previous?.sharesHeaders === shared && sameEntries(variables, previous.variables);
  const readings: ReadRequests["readings"] = isCurrent ? previous.readings : new WeakMap();
  for (const block of http.blocks) {
    const key = block.origin ?? block;
    if (readings.has(key)) continue;
    const reading = readBlock(block, text, { hosts: options.hosts, variables, sharesHeaders: shared });
    readings.set(key, shiftSpans(reading, key.span.start - block.span.start));
  }
  return { http, readings, variables, sharesHeaders: shared };
}

function sameEntries(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([name, value]) => b.get(name) === value);
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
