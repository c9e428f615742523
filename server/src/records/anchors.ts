import type { Hit, MultiSearch, SearchedText } from "../text/search/model.ts";
import { createByteSearch, createTextSearch } from "../text/search/multiSearch.ts";
import { ANCHORS } from "./forms/forms.ts";
import type { Claim } from "./model.ts";
import { needlesOf } from "./needles.ts";

/** Set up when they are asked for the first time: a server that scans no file has no need of the second. */
let inText: MultiSearch<string> | undefined;
let inUtf8: MultiSearch<Uint8Array> | undefined;

export interface AnchorOptions {
  /** Where anchors end at the latest; where the source does when left out. */
  readonly limit?: number;
  /** With `always`, errors that could be anybody's are wanted too. */
  readonly claim?: Claim;
}

/**
 * The anchors that start in [from, to), in text or in bytes of UTF-8; without those that a glance refuses. The ids of
 * the hits are indexes of {@link ANCHORS}.
 */
export function findAnchors(
  source: SearchedText,
  from: number,
  to: number,
  { limit = source.length, claim = "auto" }: AnchorOptions,
): readonly Hit[] {
  const refuses = claim === "always" ? isRefused : isRefusedOrOfOthers;
  if (typeof source === "string") {
    inText ??= createTextSearch(needlesOf(ANCHORS, "utf-16"));
    return inText.find(source, from, to, limit, refuses);
  }
  inUtf8 ??= createByteSearch(needlesOf(ANCHORS, "utf-8"));
  return inUtf8.find(source, from, to, limit, refuses);
}

function isRefused(source: SearchedText, start: number, id: number): boolean {
  const anchor = ANCHORS[id];
  return anchor?.refuses?.(source, start, start + anchor.text.length) === true;
}

function isRefusedOrOfOthers(source: SearchedText, start: number, id: number): boolean {
  const anchor = ANCHORS[id];
  return (
    isRefused(source, start, id) ||
    anchor?.refusesOthers?.(source, start, start + anchor.text.length) === true
  );
}
