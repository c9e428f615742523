import { createMultiSearch, type Hit, type Refuses, type SearchedText } from "../text/multiSearch.ts";
import { ANCHORS } from "./forms/forms.ts";
import { needlesOf } from "./needles.ts";

const OF_ALL = searchesOf(isRefused);
const OF_OURS = searchesOf((source, at, id) => isRefused(source, at, id) || isOfOthers(source, at, id));

export interface AnchorOptions {
  /** Where anchors end at the latest; where the source does when left out. */
  readonly limit?: number;
  /** With `always`, errors that could be anybody's are wanted too. */
  readonly claim?: "auto" | "always" | "never";
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
  const { inText, inUtf8 } = claim === "always" ? OF_ALL : OF_OURS;
  return (typeof source === "string" ? inText : inUtf8).find(source, from, to, limit);
}

function searchesOf(refuses: Refuses) {
  return {
    inText: createMultiSearch(needlesOf(ANCHORS, "utf-16"), refuses),
    inUtf8: createMultiSearch(needlesOf(ANCHORS, "utf-8"), refuses),
  };
}

function isRefused(source: SearchedText, start: number, id: number): boolean {
  const anchor = ANCHORS[id];
  return anchor?.refuses?.(source, start, start + anchor.text.length) === true;
}

function isOfOthers(source: SearchedText, start: number, id: number): boolean {
  const anchor = ANCHORS[id];
  return anchor?.refusesOthers?.(source, start, start + anchor.text.length) === true;
}
