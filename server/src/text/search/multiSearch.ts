import type { MultiSearch, Needle } from "./model.ts";
import { createSimdSearch, createSimdTextSearch } from "./simdSearch.ts";
import { createWuManber } from "./wuManber.ts";

/** The quickest search in text that the engine has. */
export function createTextSearch(needles: readonly Needle[]): MultiSearch<string> {
  return createSimdTextSearch(needles) ?? createWuManber(needles);
}

/** The quickest search in bytes that the engine has. */
export function createByteSearch(needles: readonly Needle[]): MultiSearch<Uint8Array> {
  return createSimdSearch(needles) ?? createWuManber(needles);
}
