import { createMultiSearch, type Hit, type SearchedText } from "../text/multiSearch.ts";
import { ANCHORS } from "./forms/forms.ts";
import { needlesOf } from "./needles.ts";

const IN_TEXT = createMultiSearch(needlesOf(ANCHORS, "utf-16"), isRefused);
const IN_UTF8 = createMultiSearch(needlesOf(ANCHORS, "utf-8"), isRefused);

/**
 * The anchors that start in [from, to) and end at or before `limit`, in text or in bytes of UTF-8; without those that a
 * glance refuses. The ids of the hits are indexes of {@link ANCHORS}.
 */
export function findAnchors(
  source: SearchedText,
  from: number,
  to: number,
  limit: number = source.length,
): readonly Hit[] {
  const search = typeof source === "string" ? IN_TEXT : IN_UTF8;
  return search.find(source, from, to, limit);
}

function isRefused(source: SearchedText, start: number, id: number): boolean {
  const anchor = ANCHORS[id];
  return anchor?.refuses?.(source, start, start + anchor.text.length) === true;
}
