import { shiftSpans } from "../text/shiftSpans.ts";
import { shiftSpan } from "../text/span.ts";
import type { HttpBlock } from "./model.ts";

/** What moved blocks hold behind their members; made when the first member is asked for. */
const CONTENTS = new WeakMap<HttpBlock, HttpBlock>();

/** The members of every moved block. A getter per block would cost more than reading the block again. */
const MEMBERS: Omit<HttpBlock, "span"> & ThisType<HttpBlock> = {
  get title() {
    return contentsOf(this).title as NonNullable<HttpBlock["title"]>;
  },
  get requests() {
    return contentsOf(this).requests;
  },
  get responses() {
    return contentsOf(this).responses;
  },
  get variables() {
    return contentsOf(this).variables;
  },
  get fileReferences() {
    return contentsOf(this).fileReferences;
  },
  get scripts() {
    return contentsOf(this).scripts;
  },
  get faults() {
    return contentsOf(this).faults;
  },
};

/**
 * The block after `delta` characters were put in front of it. Costs next to nothing until a member is asked for, so
 * that thousands of blocks can move with every key that is typed.
 */
export function movedBlock(block: HttpBlock, delta: number): HttpBlock {
  if (delta === 0) return block;
  const span = shiftSpan(block.span, delta);
  const origin = block.origin ?? block;
  if (span.start === origin.span.start) return origin;
  return Object.assign<object, Pick<HttpBlock, "span" | "origin">>(Object.create(MEMBERS), {
    span,
    origin,
  }) as HttpBlock;
}

function contentsOf(block: HttpBlock): HttpBlock {
  let contents = CONTENTS.get(block);
  if (contents === undefined) {
    const origin = block.origin ?? block;
    contents = shiftSpans(origin, block.span.start - origin.span.start);
    CONTENTS.set(block, contents);
  }
  return contents;
}
