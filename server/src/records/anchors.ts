import { createMultiSearch, type Hit, type SearchedText } from "../text/multiSearch.ts";
import { ANCHORS } from "./forms/forms.ts";
import type { Claim } from "./model.ts";
import { needlesOf } from "./needles.ts";

const IN_TEXT = createMultiSearch(needlesOf(ANCHORS, "utf-16"));
const IN_UTF8 = createMultiSearch(needlesOf(ANCHORS, "utf-8"));

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
  const search = typeof source === "string" ? IN_TEXT : IN_UTF8;
  return search.find(source, from, to, limit, claim === "always" ? isRefused : isRefusedOrOfOthers);
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
