import { shiftSpans } from "../text/shiftSpans.ts";
import { shiftSpan } from "../text/span.ts";
import type { HttpBlock } from "./model.ts";

/** What moved blocks hold behind their members; made when the first member is asked for. */
const CONTENTS = new WeakMap<HttpBlock, HttpBlock>();

type MemberName = Exclude<keyof HttpBlock, "span" | "origin">;

/** The members of every moved block, shared: getters made for each block would cost more than reading it again. */
const MEMBERS: ThisType<HttpBlock> & { readonly [Name in MemberName]: HttpBlock[Name] } = {
  get title() {
    return contentsOf(this).title;
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
