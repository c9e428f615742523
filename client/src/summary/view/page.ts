import type { ScanFilter } from "../../../../server/src/protocol.ts";
import type { ToPanel, Words } from "../messages.ts";

/** What every part of the page has at hand. */
export interface Page {
  readonly words: Words;
  post(message: ToPanel): void;
  filter(): ScanFilter;
  /** Replaces parts of the filter; `undefined` takes one out. */
  setFilter(change: { readonly [K in keyof ScanFilter]?: ScanFilter[K] | undefined }): void;
  clearFilter(): void;
}
