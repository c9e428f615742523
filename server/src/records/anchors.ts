import { createMultiSearch, type MultiSearch } from "../text/multiSearch.ts";
import { ANCHORS } from "./forms/forms.ts";
import { needlesOf } from "./needles.ts";

/** Finds the anchors in text; the ids of its hits are indexes of {@link ANCHORS}. */
export const ANCHORS_IN_TEXT: MultiSearch = createMultiSearch(needlesOf(ANCHORS, "utf-16"));

/** The same in bytes of UTF-8. */
export const ANCHORS_IN_BYTES: MultiSearch = createMultiSearch(needlesOf(ANCHORS, "utf-8"));
