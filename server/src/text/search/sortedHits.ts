import type { Hit } from "./model.ts";

/** Sorts hits of which each stands near its place already, in one pass and where they are. */
export function sortedHits(hits: Hit[]): readonly Hit[] {
  for (let at = 1; at < hits.length; at++) {
    const hit = hits[at] ?? 0;
    let to = at;
    for (let before = hits[to - 1] ?? 0; to > 0 && before > hit; before = hits[to - 1] ?? 0)
      hits[to--] = before;
    hits[to] = hit;
  }
  return hits;
}
